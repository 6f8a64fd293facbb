<?php
// What Apache's rewriting does for WordPress: a file as it is, everything else through index.php. PHP's own
// server would look for a file wherever an address has a point, as « /wp-json/oembed/1.0/proxy » has.
$path = __DIR__ . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (file_exists($path)) {
    return false;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
require __DIR__ . '/index.php';
