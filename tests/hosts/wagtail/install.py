"""Makes the database, an editor of the whole site, and the two pages that editors add to."""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "mairie.settings"
django.setup()

from django.contrib.auth import get_user_model
from django.core.management import call_command
from wagtail.models import Page, Site

# The migrations of this application are made here, beside the database.
call_command("makemigrations", "mairie", verbosity=0)
call_command("migrate", verbosity=0)

from mairie.models import Article

get_user_model().objects.create_superuser("redac", "redac@mairie.exemple", "redac")
root = Page.objects.get(depth=1)
home = root.add_child(instance=Article(title="Avant", slug="mairie", body=[]))
Site.objects.update(root_page=home)
html = os.environ["SNIPPET"]
page = home.add_child(instance=Article(title="Carte", slug="carte", body=[("html", html)]))
page.save_revision().publish()
