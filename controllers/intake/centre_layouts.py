# ruff: noqa: E501 - a vocabulary reads best with one pattern on one line
"""The three sheets of a list of centres, and every way we know to call their columns.

Dutch, French and English; the patterns are sought in headers without capitals, accents and
punctuation. More of a header explained wins, so `certificaat geldig tot` is a date.
"""

import re

from controllers.intake.columns import Layout, Wanted
from models.kernel.text import N_


def _wanted(field: str, shown: str, said: str, weight: int = 1) -> Wanted:
    return Wanted(field, shown, re.compile(said), weight)


_NUMBER = r"(?:nummer|nummers|nr|numero|num|number|no|code|id)"
_ENTERPRISE = _wanted(
    "enterprise_number",
    N_("enterprise number"),
    rf"\b(?:kbo|bce|cbe|btw|tva|vat)[ -]*(?:en )?(?:btw )?{_NUMBER}?(?: (?:van het )?centrum| kbo| bce)?"
    rf"|ondernemings?\w*{_NUMBER}|(?:n |numero |num |no )(?:d |de l )?(?:entreprise|bce|tva)"
    rf"|(?:enterprise|company|kbo|vat) {_NUMBER}|\bondern\w* ?nr",
    3,
)
_CENTRE_NAME = _wanted(
    "centre_name",
    N_("name of the centre"),
    r"(?:naam (?:van het )?)?(?:loopbaan)?centrum(?: naam)?|^centre(?: name)?$|nom du centre"
    r"|career centre(?: name)?|name of the centre|^organisatie$|^onderneming$|naam centrum"
    r"|centre de carriere|centre d orientation",
)
_ADDRESS = (
    _wanted(
        "street_line",
        N_("street and number"),
        rf"(?:straat|rue|street|adres) (?:en |et |and |\+ )?(?:huis)?{_NUMBER}(?: (?:en )?bus)?|^adreslijn(?: 1)?$"
        r"|address line(?: 1)?",
    ),
    _wanted("address", N_("address"), r"^(?:volledig )?adres(?:se)?(?: complete)?$|^(?:full )?address$|maatschappelijke zetel|adres (?:van de )?(?:zetel|vestiging)"),
    _wanted("street", N_("street"), r"straat(?:naam)?|^rue$|nom de (?:la )?rue|^street(?: name)?$"),
    _wanted("house_number", N_("house number"), r"huis ?(?:nummer|nr)|^nr$|^n$|^no$|^nummer$|^numero$|house (?:number|no)|numero de maison|^number$"),
    _wanted("box", N_("box"), r"bus(?: ?(?:nummer|nr))?$|boite(?: postale)?|^bte$|^box$|^postbus$|^bus"),
    _wanted("place_line", N_("postal code and municipality"), r"(?:postcode|postnummer|code postal|cp|postal code) (?:en |et |and )?(?:gemeente|plaats|stad|woonplaats|commune|localite|city|municipality)"),
    _wanted("postal_code", N_("postal code"), r"post ?(?:code|nummer|nr)|code postal|^cp$|^pc$|postal code|zip(?: code)?"),
    _wanted("locality", N_("municipality"), r"(?:deel)?gemeente|plaats(?:naam)?$|woonplaats|^stad$|commune|localite|municipality|^city$|^town$|^ville$"),
)  # fmt: skip
_PHONE = _wanted(
    "phone",
    N_("telephone"),
    r"telefoon ?(?:nummer|nr)?|\btel(?: ?nr)?\b|\bgsm(?: ?(?:nummer|nr))?\b|mobiel(?:e nummer)?|telephone|phone(?: number)?|mobile|portable",
)
_EMAIL = _wanted(
    "email",
    N_("e-mail"),
    r"e ?mail ?(?:adres|address)?|mail ?adres|^mail$|courriel|adresse (?:e ?mail|electronique)|electronic mail",
)
_REMARK = _wanted(
    "remark",
    N_("remark"),
    r"opmerking(?:en)?|commentaar|comments?|commentaires?|nota s?|notities?|remarques?|remarks?|^notes?$|toelichting|varia|^info$|bemerking(?:en)?",
)
_SINCE = _wanted(
    "since",
    N_("since"),
    r"sinds|vanaf|actief (?:van|sinds|vanaf)|start ?datum|begin ?datum|datum (?:start|begin|in dienst)|^van$|^start$|^begin$|in dienst(?: sinds)?|depuis(?: le)?|date de debut|^debut$|since|start date|^from$|actif depuis|active (?:from|since)",
)
_UNTIL = _wanted(
    "until",
    N_("until"),
    r"^tot$|tot en met|actief tot(?: en met)?|eind ?datum|einddatum|datum (?:einde|stop|uit dienst)|stop ?datum|^einde?$|^stop$|uit dienst|jusqu(?: au| a)?|date de fin|^fin$|until|end date|^to$|^end$|actif jusqu au|active until",
)

CENTRES = Layout(
    "centres",
    (
        _ENTERPRISE,
        _wanted(
            "legal_name",
            N_("legal name"),
            r"maatschappelijke (?:naam|benaming)|officiele naam|juridische (?:naam|benaming)|naam (?:van de )?(?:onderneming|organisatie|rechtspersoon|entiteit)|ondernemings?naam|^naam$|^benaming$|^firma(?:naam)?$|denomination(?: sociale)?|raison sociale|nom (?:legal|officiel|de l entreprise)|^nom$|legal name|company name|^name$|registered name|statutaire naam",
            2,
        ),
        _wanted(
            "trade_name",
            N_("trade name"),
            r"handels ?(?:naam|benaming)|commerciele (?:naam|benaming)|werkings ?naam|roepnaam|nom commercial|trad(?:e|ing) name|naam (?:van het )?(?:loopbaan)?centrum|loopbaancentrum|^centrum$|commercial name",
            2,
        ),
        _wanted(
            "legal_form",
            N_("legal form"),
            r"rechts ?vorm|juridische vorm|vennootschapsvorm|forme (?:juridique|legale)|legal (?:form|entity type)",
            2,
        ),
        *_ADDRESS,
        _PHONE,
        _EMAIL,
        _wanted(
            "website",
            N_("website"),
            r"web ?(?:site|adres|stek|pagina)?\b|^url$|site (?:web|internet)|^www$|homepage",
        ),
        _wanted(
            "contact",
            N_("contact person"),
            r"contact ?(?:persoon|personen)?$|personne de contact|contact (?:person|name)|verantwoordelijke(?: centrum)?$|zaakvoerder",
        ),
        _wanted(
            "mandate_number",
            N_("mandate number"),
            rf"mandaat ?{_NUMBER}|^mandaat$|(?:kenmerk|referentie) (?:van het )?mandaat|(?:n |numero |num |no )(?:de |du )?mandat|mandate ?{_NUMBER}|^mandat$|^mandate$",
            3,
        ),
        _wanted(
            "mandate_start",
            N_("first day of the mandate"),
            r"mandaat ?(?:van|vanaf|sinds|start ?(?:datum)?|begin ?(?:datum)?|ingang)|(?:start|begin) ?(?:datum)? (?:van het )?mandaat|startdatum mandaat|ingangs?datum(?: mandaat)?|mandat (?:du|depuis|debut)|debut (?:du )?mandat|mandate (?:from|start(?: date)?|since)|start (?:of )?mandate",
            3,
        ),
        _wanted(
            "mandate_end",
            N_("last day of the mandate"),
            r"mandaat ?(?:tot(?: en met)?|t m|einde?|eind ?datum|verval ?(?:datum)?)|(?:eind(?:e)?|verval|stop) ?(?:datum)? (?:van het )?mandaat|einddatum mandaat|mandat (?:au|jusqu au|fin)|fin (?:du )?mandat|mandate (?:to|until|end(?: date)?)|end (?:of )?mandate",
            3,
        ),
        _wanted(
            "certificate",
            N_("quality certificate"),
            r"(?:kwaliteits ?)?(?:certificaat|label|attest|keurmerk)|(?:certificat|label) (?:de )?qualite|quality (?:certificate|label|mark)|^certificat$|^certificate$|kwaliteitsregistratie",
            2,
        ),
        _wanted(
            "certificate_end",
            N_("last day of the certificate"),
            r"(?:certificaat|label|attest|keurmerk) (?:is )?(?:geldig )?(?:tot(?: en met)?|t m|einde?|eind ?datum|verval ?(?:datum|t op)?|geldig(?:heid)?)|geldig(?:heid)? (?:tot(?: en met)?)?(?: (?:certificaat|label))?|(?:eind|verval) ?datum (?:kwaliteits ?)?(?:certificaat|label|attest)|(?:certificat|label) (?:valable )?(?:jusqu au|au|fin)|valable jusqu au|validite(?: du)?(?: (?:certificat|label))?|(?:certificate|label) (?:valid )?(?:until|to|expiry|end)(?: date)?|valid until|expiry date|kwaliteits ?(?:certificaat|label) (?:geldig )?tot|echeance(?: du)? (?:certificat|label)",
            2,
        ),
        _wanted(
            "officer",
            N_("file officer"),
            r"dossier ?(?:beheerder|behandelaar)|beheerder|kwaliteits ?medewerker|accountmanager|gestionnaire(?: de dossier)?|(?:case|file|quality) officer|behandelaar|contactpersoon (?:bij )?vdab",
        ),
        _REMARK,
    ),
    (("enterprise_number",), ("legal_name", "trade_name")),
)

ESTABLISHMENTS = Layout(
    "establishments",
    (
        _wanted("establishment_number", N_("establishment number"), rf"vestigings?(?:eenheids?)? ?{_NUMBER}|vestigingseenheid$|^ve(?: ?{_NUMBER})?$|(?:n |numero |num |no )?(?:d |de l )?(?:unite )?(?:d )?etablissement(?: {_NUMBER})?$|establishment(?: unit)? {_NUMBER}|(?:branch|location|site) {_NUMBER}|vestiging$", 6),
        _ENTERPRISE,
        _CENTRE_NAME,
        _wanted("name", N_("name of the establishment"), r"(?:naam|benaming) (?:van de )?(?:vestiging|locatie|filiaal)|vestigings?naam|locatie(?:naam)?|nom (?:de )?(?:l )?etablissement|(?:establishment|branch|location) name|name (?:of )?(?:the )?establishment|^naam$|^nom$|^name$|filiaal"),
        *_ADDRESS,
        _PHONE,
        _EMAIL,
        _wanted("active", N_("active"), r"^(?:is )?actie[fv]e?$|actief j ?n|^status$|in gebruik|^actif$|^active$|^open$|actief ja nee|toestand"),
        _SINCE,
        _UNTIL,
        _REMARK,
    ),
    (("enterprise_number",), ("establishment_number", "street", "street_line", "address", "postal_code", "place_line")),
)  # fmt: skip

COUNSELLORS = Layout(
    "counsellors",
    (
        _ENTERPRISE,
        _CENTRE_NAME,
        _wanted("last_name", N_("family name"), r"familie ?naam|achternaam|^naam$|nom de famille|^nom$|(?:last|family|sur) ?name|surname|naam (?:van de )?(?:loopbaan)?begeleid(?:st)?er$", 4),
        _wanted("first_name", N_("first name"), r"voornaam|prenom|(?:first|given) name|voornaam (?:van de )?(?:loopbaan)?begeleider", 5),
        _wanted("full_name", N_("name of the counsellor"), r"naam (?:en|\+) voornaam|voornaam (?:en|\+) (?:familie)?naam|volledige naam|^(?:loopbaan)?begeleid(?:st)?er$|^coach$|nom (?:et )?prenom|prenom (?:et )?nom|full name|^counsellor$|^conseiller$|nom complet", 3),
        _EMAIL,
        _PHONE,
        _wanted("engagement", N_("how the counsellor works"), r"statuut|arbeids ?relatie|type (?:samenwerking|contract|begeleider)|soort (?:contract|samenwerking)|samenwerkingsvorm|^statut(?: social)?$|^status$|engagement(?: type)?|contract(?:vorm|type)?$|hoedanigheid|employment(?: status| type)?", 3),
        _wanted("qualification", N_("professional qualification"), r"beroeps ?kwalificatie|^kwalificatie$|^bk$|qualification(?: professionnelle)?|professional qualification|^gekwalificeerd$|bekwaamheid|heeft bk", 4),
        _wanted("qualification_date", N_("date of the qualification"), r"(?:datum|date) (?:van de |de |de la )?(?:beroeps ?)?(?:kw|qu)alificati(?:e|on)|(?:beroeps)?kwalificatie ?(?:datum|behaald(?: op)?|op|sinds)|datum bk|(?:qualification|obtained) (?:date|on)|date (?:of )?(?:the )?qualification|datum (?:attest|behaald)|behaald op|date d obtention", 4),
        _SINCE,
        _UNTIL,
        _wanted("languages", N_("languages"), r"talen(?:kennis)?|taal|langues?|languages?", 2),
        _REMARK,
    ),
    (("enterprise_number", "centre_name"), ("last_name", "full_name")),
)  # fmt: skip

LAYOUTS = (CENTRES, ESTABLISHMENTS, COUNSELLORS)
