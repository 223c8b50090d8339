//! The list that a head of security keeps: a row for each workplace, with its department and who is responsible.

use super::{CellForm, SheetField};

/// A field that a row can be without.
const fn field(id: &'static str, [sv, en]: [&'static str; 2], also: &'static [&'static str]) -> SheetField {
    SheetField { id, path: &[], form: CellForm::Special, needed: false, sv, en, also }
}

/// A field of the workplace itself.
const fn own(
    id: &'static str,
    path: &'static [&'static str],
    form: CellForm,
    [sv, en]: [&'static str; 2],
    also: &'static [&'static str],
) -> SheetField {
    SheetField { id, path, form, needed: false, sv, en, also }
}

/// Fields of workplaces. Those of people begin with the role they are about.
pub(super) const FIELDS: &[SheetField] = &[
    SheetField {
        needed: true,
        ..field(
            "workplace",
            ["Arbetsplats", "Workplace"],
            &[
                "enhet",
                "enhetsnamn",
                "verksamhet",
                "skola",
                "förskola",
                "unit",
                "arbetsställe",
                "arbetsplats namn",
                "arbetsplatsens namn",
                "enhetens namn",
                "namn på arbetsplats",
                "namn på enhet",
                "skolenhet",
            ],
        )
    },
    field("workplace_id", ["Arbetsplatsens id", "Workplace id"], &["id", "enhets-id", "kostnadsställe", "ansvarskod"]),
    field(
        "department",
        ["Förvaltning", "Department"],
        &[
            "förvaltning/bolag",
            "sektor",
            "kontor",
            "avdelning",
            "bolag",
            "nämnd",
            "company",
            "förvaltning/enhet",
            "ansvarig förvaltning",
            "förvaltningens namn",
        ],
    ),
    own(
        "area",
        &["area"],
        CellForm::Plain,
        ["Område", "Area"],
        &["kommundel", "stadsdel", "ort", "district", "distrikt", "geografiskt område"],
    ),
    own(
        "address",
        &["address"],
        CellForm::Plain,
        ["Adress", "Address"],
        &["gatuadress", "besöksadress", "street", "postadress"],
    ),
    own(
        "employees",
        &["employees"],
        CellForm::Whole,
        ["Anställda", "Employees"],
        &["antal anställda", "medarbetare", "antal medarbetare", "staff", "antal anst", "anst", "antal medarb"],
    ),
    own(
        "unit_email",
        &["contact", "email"],
        CellForm::Plain,
        ["Arbetsplatsens e-post", "Workplace e-mail"],
        &["funktionsbrevlåda", "e-post enhet", "e-post arbetsplats"],
    ),
    own(
        "unit_phone",
        &["contact", "phone"],
        CellForm::Plain,
        ["Arbetsplatsens telefon", "Workplace telephone"],
        &["växel", "telefon enhet", "telefon arbetsplats"],
    ),
    field("head", ["Chef", "Head"], &["enhetschef", "rektor", "föreståndare", "chefens namn", "manager"]),
    field("head_email", ["Chefens e-post", "Head's e-mail"], &["e-post chef", "chef e-post", "e-post rektor"]),
    field("head_phone", ["Chefens telefon", "Head's telephone"], &["telefon chef", "chef telefon"]),
    field(
        "representative",
        ["Säkerhetsombud", "Security representative"],
        &["ombud", "ombudets namn", "namn ombud", "säkerhetsombud namn", "namn", "representative", "name"],
    ),
    field(
        "representative_email",
        ["Ombudets e-post", "Representative's e-mail"],
        &["e-post ombud", "ombud e-post", "e-post säkerhetsombud", "säkerhetsombud e-post", "representative e-mail"],
    ),
    field(
        "representative_phone",
        ["Ombudets telefon", "Representative's telephone"],
        &["telefon ombud", "ombud telefon", "telefon säkerhetsombud", "säkerhetsombud telefon"],
    ),
    field(
        "representative_from",
        ["Ombud från och med", "Representative from"],
        &["från och med", "fr.o.m.", "from", "utsedd", "förordnad från", "gäller från"],
    ),
    field(
        "representative_until",
        ["Ombud till och med", "Representative until"],
        &["till och med", "t.o.m.", "until", "förordnad till", "giltigt till", "giltig t.o.m.", "gäller till"],
    ),
    field("substitute", ["Ersättare", "Substitute"], &["vice ombud", "ersättare ombud", "ersättarens namn", "deputy"]),
    field("substitute_email", ["Ersättarens e-post", "Substitute's e-mail"], &["e-post ersättare", "ersättare e-post"]),
    field("substitute_phone", ["Ersättarens telefon", "Substitute's telephone"], &["telefon ersättare"]),
    field(
        "coordinator",
        ["Säkerhetssamordnare", "Security coordinator"],
        &["samordnare", "förvaltningens samordnare", "coordinator"],
    ),
    field(
        "coordinator_email",
        ["Samordnarens e-post", "Coordinator's e-mail"],
        &["e-post samordnare", "samordnare e-post", "e-post säkerhetssamordnare"],
    ),
    field("coordinator_phone", ["Samordnarens telefon", "Coordinator's telephone"], &["telefon samordnare"]),
];
