//! The fields of targets whose rows are items of one list.

use super::super::words::{CAPABILITIES, KINDS, MEASURE_STATUSES, RISK_STATUSES, TREATMENTS, UNCERTAINTIES};
use super::{CellForm, CellReference, SheetField};

/// A field that a row can be without.
const fn field(
    id: &'static str,
    path: &'static [&'static str],
    form: CellForm,
    [sv, en]: [&'static str; 2],
    also: &'static [&'static str],
) -> SheetField {
    SheetField { id, path, form, needed: false, sv, en, also }
}

/// The same field, which every row needs.
#[allow(clippy::needless_pass_by_value, reason = "a constant is made from another; nothing is copied as it runs")]
const fn needed(field: SheetField) -> SheetField {
    SheetField { needed: true, ..field }
}

const MARKING: SheetField = field("marking", &["marking"], CellForm::Marking, ["Märkning", "Marking"], &["sekretess"]);
const NAME_EN: SheetField = field("name_en", &["name"], CellForm::SaidEn, ["Namn på engelska", "Name in English"], &[]);
const TITLE_EN: SheetField =
    field("title_en", &["title"], CellForm::SaidEn, ["Rubrik på engelska", "Title in English"], &[]);

/// Fields of units.
pub(super) const UNITS: &[SheetField] = &[
    field("id", &["id"], CellForm::Id, ["Id", "Id"], &["enhets-id", "unit id", "uuid"]),
    needed(field("name", &["name"], CellForm::Said, ["Namn", "Name"], &["enhet", "enhetsnamn", "unit", "benämning"])),
    NAME_EN,
    field("kind", &["kind"], CellForm::Word(KINDS), ["Typ", "Kind"], &["slag", "enhetstyp", "type"]),
    field(
        "parent",
        &["parent"],
        CellForm::One(CellReference::Unit),
        ["Överordnad enhet", "Belongs to"],
        &[
            "överordnad",
            "tillhör",
            "ligger under",
            "parent unit",
            "parentOrgUnitUuid",
            "förvaltning",
            "department",
            "överordnad organisation",
        ],
    ),
    field(
        "area",
        &["area"],
        CellForm::Plain,
        ["Område", "Area"],
        &["kommundel", "stadsdel", "ort", "district", "distrikt", "geografiskt område"],
    ),
    field(
        "address",
        &["address"],
        CellForm::Plain,
        ["Adress", "Address"],
        &["gatuadress", "besöksadress", "street", "postadress"],
    ),
    field(
        "employees",
        &["employees"],
        CellForm::Whole,
        ["Anställda", "Employees"],
        &["antal anställda", "medarbetare", "antal medarbetare", "staff", "antal anst", "anst", "antal medarb"],
    ),
    field("tags", &["tags"], CellForm::Plains, ["Etiketter", "Tags"], &["taggar", "nyckelord"]),
    field(
        "email",
        &["contact", "email"],
        CellForm::Plain,
        ["E-post", "E-mail"],
        &["mejl", "funktionsbrevlåda", "mail", "e-postadress"],
    ),
    field(
        "phone",
        &["contact", "phone"],
        CellForm::Plain,
        ["Telefon", "Telephone"],
        &["tfn", "växel", "telefonnummer", "tel", "tel nr"],
    ),
    field(
        "web",
        &["contact", "web"],
        CellForm::Plain,
        ["Webbplats", "Website"],
        &["webb", "webbadress", "url", "hemsida"],
    ),
    MARKING,
];

/// Fields of people.
pub(super) const PEOPLE: &[SheetField] = &[
    field("id", &["id"], CellForm::Id, ["Id", "Id"], &["person-id", "objectId", "extUuid", "person id"]),
    needed(field(
        "name",
        &["name"],
        CellForm::Plain,
        ["Namn", "Name"],
        &["displayName", "visningsnamn", "person", "för- och efternamn", "fullständigt namn", "full name"],
    )),
    field(
        "given_name",
        &[],
        CellForm::Special,
        ["Förnamn", "Given name"],
        &["givenName", "first name", "tilltalsnamn"],
    ),
    field("surname", &[], CellForm::Special, ["Efternamn", "Surname"], &["last name", "family name"]),
    field(
        "unit",
        &["unit"],
        CellForm::One(CellReference::Unit),
        ["Enhet", "Unit"],
        &[
            "arbetsplats",
            "avdelning",
            "förvaltning",
            "department",
            "workplace",
            "org unit",
            "förvaltning/enhet",
            "placering",
            "tjänsteställe",
            "organisatorisk enhet",
            "arbetsställe",
        ],
    ),
    field(
        "email",
        &["email"],
        CellForm::Plain,
        ["E-post", "E-mail"],
        &["mejl", "mail", "e-postadress", "mailadress", "mejladress", "e-post arbete", "email address"],
    ),
    field("login", &[], CellForm::Special, ["Användarnamn", "User name"], &["userPrincipalName", "upn"]),
    field(
        "phone",
        &["phone"],
        CellForm::Plain,
        ["Telefon", "Telephone"],
        &[
            "tfn",
            "telefonnummer",
            "telephoneNumber",
            "businessPhones",
            "phone number",
            "arbetstelefon",
            "tel",
            "tel nr",
            "telefon arbete",
            "direktnummer",
        ],
    ),
    field(
        "mobile",
        &[],
        CellForm::Special,
        ["Mobil", "Mobile"],
        &["mobilePhone", "mobiltelefon", "mobilnummer", "mobil nr", "mob"],
    ),
    field(
        "manager",
        &[],
        CellForm::Special,
        ["Rapporterar till", "Reports to"],
        &["chef", "närmaste chef", "närmsta chef"],
    ),
    field(
        "manager_email",
        &[],
        CellForm::Special,
        ["Chefens e-post", "Manager's e-mail"],
        &["managerMail", "chef e-post"],
    ),
    field(
        "account",
        &[],
        CellForm::Special,
        ["Konto aktivt", "Account enabled"],
        &["accountEnabled", "enabled", "aktiverat konto"],
    ),
    field(
        "blocked",
        &[],
        CellForm::Special,
        ["Konto spärrat", "Account blocked"],
        &[
            "blockCredential",
            "blockSignIn",
            "accountDisabled",
            "disabled",
            "blockera autentiseringsuppgifter",
            "blockera autentiseringsuppgift",
            "inloggning blockerad",
            "sign-in blocked",
        ],
    ),
    field("user_type", &[], CellForm::Special, ["Kontotyp", "User type"], &["userType"]),
    MARKING,
];

/// Fields of posts.
pub(super) const POSTS: &[SheetField] = &[
    needed(field(
        "role",
        &["role"],
        CellForm::One(CellReference::Role),
        ["Roll", "Role"],
        &["uppdrag", "befattning", "funktion", "post", "roll/uppdrag"],
    )),
    needed(field(
        "unit",
        &["unit"],
        CellForm::One(CellReference::Unit),
        ["Enhet", "Unit"],
        &["arbetsplats", "förvaltning", "workplace", "department", "förvaltning/enhet", "verksamhet", "enhetsnamn"],
    )),
    field(
        "person",
        &["person"],
        CellForm::One(CellReference::Person),
        ["Person", "Person"],
        &["namn", "name", "innehavare", "holder", "utsedd person", "för- och efternamn"],
    ),
    field("email", &[], CellForm::Special, ["E-post", "E-mail"], &["mejl", "mail", "e-postadress"]),
    field(
        "from",
        &["from"],
        CellForm::Day,
        ["Från och med", "From"],
        &[
            "från",
            "start",
            "startdatum",
            "fr.o.m.",
            "fr.o.m. datum",
            "gäller från",
            "giltig från",
            "förordnad från",
            "tillträde",
        ],
    ),
    field(
        "until",
        &["until"],
        CellForm::Day,
        ["Till och med", "Until"],
        &[
            "till",
            "slut",
            "slutdatum",
            "t.o.m.",
            "to",
            "t.o.m. datum",
            "gäller till",
            "giltig till",
            "giltig t.o.m.",
            "förordnad till",
        ],
    ),
    field(
        "appointed_by",
        &["appointed_by"],
        CellForm::One(CellReference::Person),
        ["Utsedd av", "Appointed by"],
        &["förordnad av"],
    ),
    field(
        "reports_to",
        &["reports_to"],
        CellForm::One(CellReference::Person),
        ["Rapporterar till", "Reports to"],
        &["chef"],
    ),
    field(
        "substitute_for",
        &["substitute_for"],
        CellForm::One(CellReference::Person),
        ["Ersättare för", "Substitute for"],
        &["vikarie för"],
    ),
    field(
        "on_behalf_of",
        &["on_behalf_of"],
        CellForm::One(CellReference::Unit),
        ["Företräder", "On behalf of"],
        &["representerar"],
    ),
    MARKING,
];

/// Fields of risks.
pub(super) const RISKS: &[SheetField] = &[
    field("id", &["id"], CellForm::Id, ["Id", "Id"], &["risk-id", "ref_id", "nr", "nummer"]),
    needed(field(
        "title",
        &["title"],
        CellForm::Said,
        ["Risk", "Risk"],
        &["rubrik", "namn", "name", "riskscenario", "riskhändelse", "oönskad händelse", "identifierad risk"],
    )),
    TITLE_EN,
    field("scenario", &["scenario"], CellForm::Plain, ["Scenario", "Scenario"], &["händelse", "scenariotyp"]),
    field(
        "units",
        &["units"],
        CellForm::Many(CellReference::Unit),
        ["Enheter", "Units"],
        &["berör", "enhet", "verksamhet", "unit"],
    ),
    field(
        "owner",
        &["owner"],
        CellForm::One(CellReference::Owner),
        ["Ägare", "Owner"],
        &["riskägare", "ansvarig", "owners", "ansvarig förvaltning", "ansvarig enhet"],
    ),
    field("matrix", &["matrix"], CellForm::One(CellReference::Matrix), ["Matris", "Matrix"], &[]),
    field(
        "likelihood",
        &["likelihood"],
        CellForm::Likelihood,
        ["Sannolikhet", "Likelihood"],
        &["inherent_proba", "S", "probability"],
    ),
    field(
        "consequence",
        &["consequence"],
        CellForm::Level,
        ["Konsekvens", "Consequence"],
        &["inherent_impact", "K", "impact"],
    ),
    field("uncertainty", &["uncertainty"], CellForm::Word(UNCERTAINTIES), ["Osäkerhet", "Uncertainty"], &[]),
    field("knowledge", &[], CellForm::Special, ["Kunskapsstyrka", "Strength of knowledge"], &["strength_of_knowledge"]),
    field(
        "uncertainty.likelihood",
        &["uncertainty", "likelihood"],
        CellForm::Word(UNCERTAINTIES),
        ["Osäkerhet i sannolikheten", "Uncertainty of likelihood"],
        &[],
    ),
    field(
        "uncertainty.consequence",
        &["uncertainty", "consequence"],
        CellForm::Word(UNCERTAINTIES),
        ["Osäkerhet i konsekvensen", "Uncertainty of consequence"],
        &[],
    ),
    field(
        "current.likelihood",
        &["current", "likelihood"],
        CellForm::Likelihood,
        ["Sannolikhet nu", "Current likelihood"],
        &["current_proba"],
    ),
    field(
        "current.consequence",
        &["current", "consequence"],
        CellForm::Level,
        ["Konsekvens nu", "Current consequence"],
        &["current_impact"],
    ),
    field(
        "target.likelihood",
        &["target", "likelihood"],
        CellForm::Likelihood,
        ["Sannolikhet, mål", "Target likelihood"],
        &["residual_proba"],
    ),
    field(
        "target.consequence",
        &["target", "consequence"],
        CellForm::Level,
        ["Konsekvens, mål", "Target consequence"],
        &["residual_impact"],
    ),
    field("antagonistic", &["antagonistic"], CellForm::Yes, ["Antagonistisk", "Antagonistic"], &["uppsåtlig"]),
    field(
        "motive",
        &["motive"],
        CellForm::Said,
        ["Motivering", "Motive"],
        &["beskrivning", "description", "justification", "motivering till bedömning", "riskbeskrivning"],
    ),
    field("motive_en", &["motive"], CellForm::SaidEn, ["Motivering på engelska", "Motive in English"], &[]),
    field("vulnerabilities", &["vulnerabilities"], CellForm::Saids, ["Sårbarheter", "Vulnerabilities"], &["sårbarhet"]),
    field("dependencies", &["dependencies"], CellForm::Saids, ["Beroenden", "Dependencies"], &["beroende"]),
    field("capability", &["capability"], CellForm::Word(CAPABILITIES), ["Förmåga", "Capability"], &[]),
    field(
        "acceptable_outage",
        &["acceptable_outage"],
        CellForm::Number,
        ["Längsta avbrott, timmar", "Acceptable outage, hours"],
        &["acceptabel avbrottstid"],
    ),
    field("treatment", &["treatment"], CellForm::Word(TREATMENTS), ["Hantering", "Treatment"], &["riskbehandling"]),
    field("status", &["status"], CellForm::Word(RISK_STATUSES), ["Status", "Status"], &["läge", "riskstatus"]),
    field(
        "reviewed",
        &["reviewed"],
        CellForm::Day,
        ["Senast granskad", "Reviewed"],
        &["granskad", "datum", "date", "senast uppdaterad"],
    ),
    MARKING,
];

/// Fields of measures.
pub(super) const MEASURES: &[SheetField] = &[
    field("id", &["id"], CellForm::Id, ["Id", "Id"], &["åtgärds-id", "ref_id", "nr", "nummer"]),
    needed(field(
        "title",
        &["title"],
        CellForm::Said,
        ["Åtgärd", "Measure"],
        &["rubrik", "namn", "name", "vad", "what", "åtgärdsförslag", "åtgärd/aktivitet", "aktivitet"],
    )),
    TITLE_EN,
    field(
        "owner",
        &["owner"],
        CellForm::One(CellReference::Owner),
        ["Ansvarig", "Owner"],
        &["ägare", "responsible", "ansvarig förvaltning", "ansvarig enhet", "ansvarig funktion", "åtgärdsansvarig"],
    ),
    field(
        "due",
        &["due"],
        CellForm::Day,
        ["Klar senast", "Due"],
        &["klart", "slutdatum", "deadline", "senast", "klar", "klart senast", "klardatum", "tidplan"],
    ),
    field("status", &["status"], CellForm::Word(MEASURE_STATUSES), ["Status", "Status"], &["läge"]),
    field(
        "cost",
        &["cost"],
        CellForm::Number,
        ["Kostnad, kr", "Cost, SEK"],
        &["kostnad", "cost", "belopp", "beräknad kostnad"],
    ),
    field(
        "risks",
        &["risks"],
        CellForm::Many(CellReference::Risk),
        ["Risker", "Risks"],
        &["risk", "mot risk", "gäller risk", "risk-id", "kopplad risk"],
    ),
    field(
        "effect.likelihood",
        &["effect", "likelihood"],
        CellForm::Steps,
        ["Verkan på sannolikheten, steg", "Effect on likelihood, steps"],
        &[],
    ),
    field(
        "effect.consequence",
        &["effect", "consequence"],
        CellForm::Level,
        ["Verkan på konsekvensen, steg", "Effect on consequence, steps"],
        &[],
    ),
    field("effect.note", &["effect", "note"], CellForm::Said, ["Verkan", "Effect"], &["effekt", "väntad effekt"]),
    field("effect.note_en", &["effect", "note"], CellForm::SaidEn, ["Verkan på engelska", "Effect in English"], &[]),
    MARKING,
];
