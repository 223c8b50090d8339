//! The list that a head of security keeps: a row for each workplace, with its department and who is responsible.

use super::{CellForm, SheetField};

/// A field that a row can be without.
pub(super) const fn field(id: &'static str, [sv, en]: [&'static str; 2], also: &'static [&'static str]) -> SheetField {
    SheetField { id, path: &[], form: CellForm::Special, needed: false, sv, en, also }
}

/// Fields of the unit itself that a row is about.
pub(super) mod own_fields {
    use super::{CellForm, SheetField};

    const fn own(
        id: &'static str,
        path: &'static [&'static str],
        form: CellForm,
        [sv, en]: [&'static str; 2],
        also: &'static [&'static str],
    ) -> SheetField {
        SheetField { id, path, form, needed: false, sv, en, also }
    }

    /// The part of the municipality.
    pub(in super::super) const AREA: SheetField = own(
        "area",
        &["area"],
        CellForm::Plain,
        ["Område", "Area"],
        &["kommundel", "stadsdel", "ort", "district", "distrikt", "geografiskt område"],
    );
    /// The street address of the workplace.
    pub(in super::super) const ADDRESS: SheetField = own(
        "address",
        &["address"],
        CellForm::Plain,
        ["Adress", "Address"],
        &["gatuadress", "besöksadress", "street", "postadress"],
    );
    /// How many are employed.
    pub(in super::super) const EMPLOYEES: SheetField = own(
        "employees",
        &["employees"],
        CellForm::Whole,
        ["Anställda", "Employees"],
        &[
            "antal anställda",
            "medarbetare",
            "antal medarbetare",
            "staff",
            "antal anst",
            "anst",
            "antal medarb",
            "antal personal",
            "number of employees",
            "headcount",
        ],
    );

    /// The e-mail address of the unit.
    pub(in super::super) const fn email(names: [&'static str; 2], also: &'static [&'static str]) -> SheetField {
        own("unit_email", &["contact", "email"], CellForm::Plain, names, also)
    }

    /// The telephone number of the unit.
    pub(in super::super) const fn phone(names: [&'static str; 2], also: &'static [&'static str]) -> SheetField {
        own("unit_phone", &["contact", "phone"], CellForm::Plain, names, also)
    }
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
                "enhet/arbetsplats",
                "arbetsplats/enhet",
                "verksamhet/enhet",
                "enhet/verksamhet",
                "skola/förskola",
                "förskola/skola",
                "skolans namn",
                "resultatenhet",
                "organisationsenhet",
                "org enhet",
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
            "förv",
            "nämnd/styrelse",
            "verksamhetsområde",
            "nämnd/förvaltning",
        ],
    ),
    own_fields::AREA,
    own_fields::ADDRESS,
    own_fields::EMPLOYEES,
    own_fields::email(
        ["Arbetsplatsens e-post", "Workplace email"],
        &["funktionsbrevlåda", "e-post enhet", "e-post arbetsplats"],
    ),
    own_fields::phone(
        ["Arbetsplatsens telefon", "Workplace phone"],
        &["workplace telephone", "växel", "telefon enhet", "telefon arbetsplats"],
    ),
    field(
        "head",
        ["Chef", "Head"],
        &[
            "enhetschef",
            "rektor",
            "föreståndare",
            "chefens namn",
            "manager",
            "förskolechef",
            "områdeschef",
            "platschef",
            "avdelningschef",
            "närmaste chef",
            "ansvarig chef",
        ],
    ),
    field("head_email", ["Chefens e-post", "Head’s email"], &["e-post chef", "chef e-post", "e-post rektor"]),
    field("head_phone", ["Chefens telefon", "Head’s phone"], &["heads telephone", "telefon chef", "chef telefon"]),
    field(
        "representative",
        ["Säkerhetsombud", "Security representative"],
        &[
            "ombud",
            "ombudets namn",
            "namn ombud",
            "säkerhetsombud namn",
            "namn",
            "representative",
            "name",
            "ombud 1",
            "säkerhetsombud 1",
            "säkerhetsomb",
        ],
    ),
    field(
        "representative_email",
        ["Ombudets e-post", "Representative’s email"],
        &["e-post ombud", "ombud e-post", "e-post säkerhetsombud", "säkerhetsombud e-post", "representative email"],
    ),
    field(
        "representative_phone",
        ["Ombudets telefon", "Representative’s phone"],
        &[
            "representatives telephone",
            "telefon ombud",
            "ombud telefon",
            "telefon säkerhetsombud",
            "säkerhetsombud telefon",
        ],
    ),
    field(
        "representative_from",
        ["Ombud från och med", "Representative from"],
        &["ombud period", "ombudets mandattid"],
    ),
    field("representative_until", ["Ombud till och med", "Representative until"], &[]),
    field(
        "substitute",
        ["Ersättare", "Substitute"],
        &["vice ombud", "ersättare ombud", "ersättarens namn", "deputy", "ers", "ersättande ombud"],
    ),
    field("substitute_email", ["Ersättarens e-post", "Substitute’s email"], &["e-post ersättare", "ersättare e-post"]),
    field(
        "substitute_phone",
        ["Ersättarens telefon", "Substitute’s phone"],
        &["substitutes telephone", "telefon ersättare"],
    ),
    field(
        "coordinator",
        ["Säkerhetssamordnare", "Security coordinator"],
        &["samordnare", "förvaltningens samordnare", "coordinator"],
    ),
    field(
        "coordinator_email",
        ["Samordnarens e-post", "Coordinator’s email"],
        &["e-post samordnare", "samordnare e-post", "e-post säkerhetssamordnare"],
    ),
    field(
        "coordinator_phone",
        ["Samordnarens telefon", "Coordinator’s phone"],
        &["coordinators telephone", "telefon samordnare"],
    ),
];
