"""The pages of the town: a text with frames of others, as a block of HTML or as an address."""

from wagtail.admin.panels import FieldPanel
from wagtail.blocks import RawHTMLBlock, RichTextBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail.fields import StreamField
from wagtail.models import Page


class Article(Page):
    body = StreamField([("text", RichTextBlock()), ("html", RawHTMLBlock()), ("embed", EmbedBlock())])
    content_panels = [*Page.content_panels, FieldPanel("body")]
