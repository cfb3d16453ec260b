"""Tags in a PDF, so that it reads aloud in order: a tree of elements, and marks on what is drawn.

ISO 32000-1, 14.7 and 14.8. The tree is made while the letter is composed, in reading order; a
piece that is drawn adds where it landed (page and mark). What is not content is an artifact.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class Element:
    """One tag, such as P or TD. `landed` says on which pages its content was drawn."""

    def __init__(self, kind: str, parent: "Element | None" = None, **attributes: str) -> None:
        self.kind = kind
        self.attributes = attributes
        self.alternative = ""
        """What a figure shows, for who does not see it."""
        self.kids: list[Element | tuple[int, int]] = []
        self.parent = parent
        self.rank = len(parent.kids) if parent is not None else 0
        if parent is not None:
            parent.kids.append(self)

    def child(self, kind: str, **attributes: str) -> "Element":
        """A new last child."""
        return Element(kind, self, **attributes)

    @property
    def landed(self) -> set[int]:
        return {kid[0] for kid in self.kids if isinstance(kid, tuple)}

    @property
    def empty(self) -> bool:
        """Nothing of it or below it was drawn."""
        return all(isinstance(kid, Element) and kid.empty for kid in self.kids)


TOTAL = "aantal-bladzijden"
"""The form that holds the number of pages."""


class TaggedCanvas(Canvas):
    """A canvas that marks what it draws and writes the tree of `root` when saved."""

    _doc: Any
    _code: list[str]

    def __init__(
        self,
        *args: Any,
        root: Element,
        made_at: datetime,
        fingerprint: str,
        draw_total: Callable[[Canvas, int], None],
        **settings: Any,
    ) -> None:
        settings["invariant"] = 1
        super().__init__(*args, **settings)
        self._root, self._made_at, self._draw_count = root, made_at, draw_total
        self._marked: dict[int, list[Element]] = {}
        self._doc.updateSignature(f"{fingerprint} {made_at.isoformat()}")
        self.setDateFormatter(lambda *_parts: f"D:{made_at:%Y%m%d%H%M%S}+00'00'")

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """What is drawn inside is content of `element`."""
        page = self.getPageNumber()
        marked = self._marked.setdefault(page, [])
        element.kids.append((page, len(marked)))
        self.addLiteral(f"/{element.kind} <</MCID {len(marked)}>> BDC")
        marked.append(element)
        yield
        self.addLiteral("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is decoration: lines, running heads, page numbers."""
        self.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self.addLiteral("EMC")

    def save(self) -> None:
        """Write the tree, then the file."""
        if len(self._code):
            self.showPage()
        self._draw_total()
        self._write_tree()
        self._write_about()
        super().save()

    def _draw_total(self) -> None:
        """The number of pages, for the form TOTAL that the running heads placed."""
        count = self.getPageNumber() - 1
        self.beginForm(TOTAL)
        self._draw_count(self, count)
        self.endForm()

    def _write_tree(self) -> None:
        names: dict[Element, str] = {}
        self._name(self._root, names)
        top = self._doc.Reference(PDFDictionary({}), "TagRoot")
        for element, name in names.items():
            above = names.get(element.parent) if element.parent else None
            facts = self._facts(element, names)
            facts["P"] = PDFObjectReference(above) if above else top
            self._doc.Reference(PDFDictionary(facts), name)
        owners: list[Any] = []
        for page, elements in sorted(self._marked.items()):
            sheet = self._doc.idToObject[f"Page{page}"]
            sheet.__NoDefault__ = [*sheet.__NoDefault__, "StructParents", "Tabs"]
            sheet.StructParents, sheet.Tabs = page - 1, PDFName("S")
            owners += [page - 1, PDFArray([PDFObjectReference(names[one]) for one in elements])]
        self._doc.idToObject["TagRoot"].dict.update(
            Type=PDFName("StructTreeRoot"),
            K=PDFObjectReference(names[self._root]),
            ParentTree=self._doc.Reference(PDFDictionary({"Nums": PDFArray(owners)}), "TagOwners"),
            ParentTreeNextKey=max(self._marked, default=0),
        )
        self._doc.Catalog.StructTreeRoot = top
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _name(self, element: Element, names: dict[Element, str]) -> None:
        if element.empty and element is not self._root:
            return
        names[element] = f"Tag{len(names)}"
        for kid in element.kids:
            if isinstance(kid, Element):
                self._name(kid, names)

    def _facts(self, element: Element, names: dict[Element, str]) -> dict[str, Any]:
        kids: list[Any] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids += [PDFObjectReference(names[kid])] if kid in names else []
            else:
                page, mark = kid
                place = {"Type": PDFName("MCR"), "Pg": PDFObjectReference(f"Page{page}")}
                kids.append(PDFDictionary({**place, "MCID": mark}))
        facts = {"Type": PDFName("StructElem"), "S": PDFName(element.kind), "K": PDFArray(kids)}
        if element.attributes:
            given = {name: PDFName(value) for name, value in element.attributes.items()}
            facts["A"] = PDFDictionary(given)
        if element.alternative:
            facts["Alt"] = PDFString(element.alternative)
        return facts

    def _write_about(self) -> None:
        """Title and language again as XMP, and a window that shows the title."""
        about, catalog = self._doc.info, self._doc.Catalog
        xmp = _XMP.format(
            title=escape(about.title),
            author=escape(about.author),
            language=str(getattr(catalog.Lang, "s", "nl-BE")),
            moment=self._made_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        )
        stream = PDFStream(content=xmp.encode("utf-8"))
        stream.dictionary.dict.update(Type=PDFName("Metadata"), Subtype=PDFName("XML"))
        catalog.Metadata = stream
        self.setViewerPreference("DisplayDocTitle", "true")
