<?php
// Publishes what a person of that role wrote: `php post.php ROLE NAME`, with the content in the environment.
// Prints the number of the post.
require __DIR__ . '/wp-load.php';
[, $role, $name] = $argv;
$writer = get_user_by('login', $role) ?: get_user_by('id', wp_create_user($role, $role, "$role@mairie.exemple"));
$writer->set_role($role);
// From here on WordPress filters what that role may not write.
wp_set_current_user($writer->ID);
echo wp_insert_post([
    'post_title' => 'Carte',
    'post_name' => $name,
    'post_status' => 'publish',
    'post_author' => $writer->ID,
    'post_content' => wp_slash(getenv('CONTENT')),
]);
