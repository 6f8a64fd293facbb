#!/bin/sh
# Makes sure that a WordPress and a Wagtail can be run: Debian's PHP and MariaDB, without a service that the
# system starts; Debian's WordPress, unpacked; Wagtail, in an environment of its own.
#
# usage: install-hosts.sh FOLDER WAGTAIL_VERSION
set -eu

folder=$1
wagtail=$2

"$(dirname "$0")/../../app/tools/install-packages.sh" \
    'The pages of a real CMS need PHP and MariaDB' \
    'php-cli php-mysql php-xml php-mbstring mariadb-server-core mariadb-client-core' \
    php mariadb-install-db mariadb

# The package asks for Apache, which nothing here needs: it is unpacked, not installed.
if [ ! -e "$folder/wordpress/wp-load.php" ]; then
    echo "Unpacking Debian's WordPress in $folder"
    rm -rf "$folder/debian"
    mkdir -p "$folder/debian"
    (
        cd "$folder/debian"
        apt-get download -qq wordpress wordpress-theme-twentytwentythree php-getid3 libjs-cropper \
            libjs-underscore
        for package in *.deb; do dpkg -x "$package" .; done
    )
    share=$folder/debian/usr/share
    # Links lead to the system's folders.
    rm -f "$share/wordpress/.htaccess" "$share/wordpress/wp-config.php"
    cp -rL "$share/wordpress" "$folder/wordpress.next"
    mkdir -p "$folder/wordpress.next/wp-content/mu-plugins" "$folder/wordpress.next/wp-content/uploads"
    mv "$folder/wordpress.next" "$folder/wordpress"
    rm -rf "$folder/debian"
fi

if [ "$(cat "$folder/wagtail/version" 2>/dev/null)" != "$wagtail" ]; then
    python3 -c 'import ensurepip' 2>/dev/null || {
        echo 'Python 3 with its module venv is needed: sudo apt-get install python3-venv' >&2
        exit 1
    }
    echo "Installing Wagtail $wagtail in $folder"
    rm -rf "$folder/wagtail"
    python3 -m venv "$folder/wagtail"
    "$folder/wagtail/bin/pip" install --quiet --disable-pip-version-check "wagtail==$wagtail"
    echo "$wagtail" > "$folder/wagtail/version"
fi
