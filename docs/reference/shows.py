"""shows.py - how a picture of the reference is described: shows_issue.py and shows_layout.py are made of these."""


class Nothing:
    """Of what a page does not show; why says so in the reference."""
    def __init__(self, why):
        self.why = why


class Values:
    """An attribute: a picture for each value, side by side. None: it is not written. A value may be a pair of itself and
    further attributes that it needs to be seen: ("yes", 'upper="yes"'), and of an xml of its own as a third. What is not given is that of the element's own Show.

    tag: where the attribute is written, else the first tag of the element (`<style name="text"`).
    edits: pairs of what stands in the small layout and what shall stand there, so that it can be seen."""
    def __init__(self, values, xml=None, at=None, pages=None, crop=None, tag=None, edits=(), dpi=None):
        self.values, self.xml, self.at, self.pages, self.crop, self.tag, self.edits, self.dpi = values, xml, at, pages, crop, tag, edits, dpi


class Show:
    """An element: what of an issue shows it, and its attributes.

    at: where xml stands. "column": in the body of an article, in a column that is nothing but text; "columns": in that of an
    article of two columns; "article": it is an article; "issue": it is all that an issue holds.
    pages: which pages are shown, None all. crop: only what is printed on; else the whole page."""
    def __init__(self, xml, at="column", pages=None, crop=None, dpi=None, tag=None, edits=(), **attributes):
        self.xml, self.at, self.pages, self.tag, self.edits, self.dpi = xml, at, pages, tag, edits, dpi
        self.crop = at in ("column", "columns", "head") if crop is None else crop
        self.attributes = {name.rstrip("_").replace("_", "-"): v for name, v in attributes.items()}
