<?php
// What only a test needs: WordPress asks no server of its own machine, and only ports 80, 443 and 8080,
// for the pages whose addresses are pasted. The map of the test has neither another machine nor such a port.
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', function ($ports) {
    $ports[] = (int) getenv('MAP_PORT');
    return $ports;
});
