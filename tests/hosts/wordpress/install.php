<?php
// Installs WordPress as its own form does, with its default theme.
define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
// Nobody reads the message for the new administrator.
add_filter('pre_wp_mail', '__return_true');
wp_install('Mairie', 'administrator', 'administrator@mairie.exemple', false, '', 'administrator');
switch_theme('twentytwentythree');
update_option('permalink_structure', '/%postname%/');
