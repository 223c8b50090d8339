//! The fields of targets whose rows are items of one list.

use super::super::words::{CAPABILITIES, KINDS, MEASURE_STATUSES, RISK_STATUSES, TREATMENTS, UNCERTAINTIES};
use super::{Field, Form, Of};

/// A field that a row can be without.
const fn field(
    id: &'static str,
    path: &'static [&'static str],
    form: Form,
    [sv, en]: [&'static str; 2],
    also: &'static [&'static str],
) -> Field {
    Field { id, path, form, needed: false, sv, en, also }
}

/// The same field, which every row needs.
#[allow(clippy::needless_pass_by_value, reason = "a constant is made from another; nothing is copied as it runs")]
const fn needed(field: Field) -> Field {
    Field { needed: true, ..field }
}

const MARKING: Field = field("marking", &["marking"], Form::Marking, ["Märkning", "Marking"], &["sekretess"]);
const NAME_EN: Field = field("name_en", &["name"], Form::SaidEn, ["Namn på engelska", "Name in English"], &[]);
const TITLE_EN: Field = field("title_en", &["title"], Form::SaidEn, ["Rubrik på engelska", "Title in English"], &[]);

/// Fields of units.
pub(super) const UNITS: &[Field] = &[
    field("id", &["id"], Form::Id, ["Id", "Id"], &["enhets-id", "unit id", "uuid"]),
    needed(field("name", &["name"], Form::Said, ["Namn", "Name"], &["enhet", "enhetsnamn", "unit", "benämning"])),
    NAME_EN,
    field("kind", &["kind"], Form::Word(KINDS), ["Typ", "Kind"], &["slag", "enhetstyp", "type"]),
    field(
        "parent",
        &["parent"],
        Form::One(Of::Unit),
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
        Form::Plain,
        ["Område", "Area"],
        &["kommundel", "stadsdel", "ort", "district", "distrikt", "geografiskt område"],
    ),
    field(
        "address",
        &["address"],
        Form::Plain,
        ["Adress", "Address"],
        &["gatuadress", "besöksadress", "street", "postadress"],
    ),
    field(
        "employees",
        &["employees"],
        Form::Whole,
        ["Anställda", "Employees"],
        &["antal anställda", "medarbetare", "antal medarbetare", "staff", "antal anst", "anst", "antal medarb"],
    ),
    field("tags", &["tags"], Form::Plains, ["Etiketter", "Tags"], &["taggar", "nyckelord"]),
    field(
        "email",
        &["contact", "email"],
        Form::Plain,
        ["E-post", "E-mail"],
        &["mejl", "funktionsbrevlåda", "mail", "e-postadress"],
    ),
    field(
        "phone",
        &["contact", "phone"],
        Form::Plain,
        ["Telefon", "Telephone"],
        &["tfn", "växel", "telefonnummer", "tel", "tel nr"],
    ),
    field("web", &["contact", "web"], Form::Plain, ["Webbplats", "Website"], &["webb", "webbadress", "url", "hemsida"]),
    MARKING,
];

/// Fields of people.
pub(super) const PEOPLE: &[Field] = &[
    field("id", &["id"], Form::Id, ["Id", "Id"], &["person-id", "objectId", "extUuid", "person id"]),
    needed(field(
        "name",
        &["name"],
        Form::Plain,
        ["Namn", "Name"],
        &["displayName", "visningsnamn", "person", "för- och efternamn", "fullständigt namn", "full name"],
    )),
    field("given_name", &[], Form::Special, ["Förnamn", "Given name"], &["givenName", "first name", "tilltalsnamn"]),
    field("surname", &[], Form::Special, ["Efternamn", "Surname"], &["last name", "family name"]),
    field(
        "unit",
        &["unit"],
        Form::One(Of::Unit),
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
        Form::Plain,
        ["E-post", "E-mail"],
        &["mejl", "mail", "e-postadress", "mailadress", "mejladress", "e-post arbete", "email address"],
    ),
    field("login", &[], Form::Special, ["Användarnamn", "User name"], &["userPrincipalName", "upn"]),
    field(
        "phone",
        &["phone"],
        Form::Plain,
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
        Form::Special,
        ["Mobil", "Mobile"],
        &["mobilePhone", "mobiltelefon", "mobilnummer", "mobil nr", "mob"],
    ),
    field(
        "manager",
        &[],
        Form::Special,
        ["Rapporterar till", "Reports to"],
        &["chef", "närmaste chef", "närmsta chef"],
    ),
    field("manager_email", &[], Form::Special, ["Chefens e-post", "Manager's e-mail"], &["managerMail", "chef e-post"]),
    field(
        "account",
        &[],
        Form::Special,
        ["Konto aktivt", "Account enabled"],
        &["accountEnabled", "enabled", "aktiverat konto"],
    ),
    field(
        "blocked",
        &[],
        Form::Special,
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
    field("user_type", &[], Form::Special, ["Kontotyp", "User type"], &["userType"]),
    MARKING,
];

/// Fields of posts.
pub(super) const POSTS: &[Field] = &[
    needed(field(
        "role",
        &["role"],
        Form::One(Of::Role),
        ["Roll", "Role"],
        &["uppdrag", "befattning", "funktion", "post", "roll/uppdrag"],
    )),
    needed(field(
        "unit",
        &["unit"],
        Form::One(Of::Unit),
        ["Enhet", "Unit"],
        &["arbetsplats", "förvaltning", "workplace", "department", "förvaltning/enhet", "verksamhet", "enhetsnamn"],
    )),
    field(
        "person",
        &["person"],
        Form::One(Of::Person),
        ["Person", "Person"],
        &["namn", "name", "innehavare", "holder", "utsedd person", "för- och efternamn"],
    ),
    field("email", &[], Form::Special, ["E-post", "E-mail"], &["mejl", "mail", "e-postadress"]),
    field(
        "from",
        &["from"],
        Form::Day,
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
        Form::Day,
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
    field("appointed_by", &["appointed_by"], Form::One(Of::Person), ["Utsedd av", "Appointed by"], &["förordnad av"]),
    field("reports_to", &["reports_to"], Form::One(Of::Person), ["Rapporterar till", "Reports to"], &["chef"]),
    field(
        "substitute_for",
        &["substitute_for"],
        Form::One(Of::Person),
        ["Ersättare för", "Substitute for"],
        &["vikarie för"],
    ),
    field("on_behalf_of", &["on_behalf_of"], Form::One(Of::Unit), ["Företräder", "On behalf of"], &["representerar"]),
    MARKING,
];

/// Fields of risks.
pub(super) const RISKS: &[Field] = &[
    field("id", &["id"], Form::Id, ["Id", "Id"], &["risk-id", "ref_id", "nr", "nummer"]),
    needed(field(
        "title",
        &["title"],
        Form::Said,
        ["Risk", "Risk"],
        &["rubrik", "namn", "name", "riskscenario", "riskhändelse", "oönskad händelse", "identifierad risk"],
    )),
    TITLE_EN,
    field("scenario", &["scenario"], Form::Plain, ["Scenario", "Scenario"], &["händelse", "scenariotyp"]),
    field("units", &["units"], Form::Many(Of::Unit), ["Enheter", "Units"], &["berör", "enhet", "verksamhet", "unit"]),
    field(
        "owner",
        &["owner"],
        Form::One(Of::Owner),
        ["Ägare", "Owner"],
        &["riskägare", "ansvarig", "owners", "ansvarig förvaltning", "ansvarig enhet"],
    ),
    field("matrix", &["matrix"], Form::One(Of::Matrix), ["Matris", "Matrix"], &[]),
    field(
        "likelihood",
        &["likelihood"],
        Form::Likelihood,
        ["Sannolikhet", "Likelihood"],
        &["inherent_proba", "S", "probability"],
    ),
    field(
        "consequence",
        &["consequence"],
        Form::Level,
        ["Konsekvens", "Consequence"],
        &["inherent_impact", "K", "impact"],
    ),
    field("uncertainty", &["uncertainty"], Form::Word(UNCERTAINTIES), ["Osäkerhet", "Uncertainty"], &[]),
    field("knowledge", &[], Form::Special, ["Kunskapsstyrka", "Strength of knowledge"], &["strength_of_knowledge"]),
    field(
        "uncertainty.likelihood",
        &["uncertainty", "likelihood"],
        Form::Word(UNCERTAINTIES),
        ["Osäkerhet i sannolikheten", "Uncertainty of likelihood"],
        &[],
    ),
    field(
        "uncertainty.consequence",
        &["uncertainty", "consequence"],
        Form::Word(UNCERTAINTIES),
        ["Osäkerhet i konsekvensen", "Uncertainty of consequence"],
        &[],
    ),
    field(
        "current.likelihood",
        &["current", "likelihood"],
        Form::Likelihood,
        ["Sannolikhet nu", "Current likelihood"],
        &["current_proba"],
    ),
    field(
        "current.consequence",
        &["current", "consequence"],
        Form::Level,
        ["Konsekvens nu", "Current consequence"],
        &["current_impact"],
    ),
    field(
        "target.likelihood",
        &["target", "likelihood"],
        Form::Likelihood,
        ["Sannolikhet, mål", "Target likelihood"],
        &["residual_proba"],
    ),
    field(
        "target.consequence",
        &["target", "consequence"],
        Form::Level,
        ["Konsekvens, mål", "Target consequence"],
        &["residual_impact"],
    ),
    field("antagonistic", &["antagonistic"], Form::Yes, ["Antagonistisk", "Antagonistic"], &["uppsåtlig"]),
    field(
        "motive",
        &["motive"],
        Form::Said,
        ["Motivering", "Motive"],
        &["beskrivning", "description", "justification", "motivering till bedömning", "riskbeskrivning"],
    ),
    field("motive_en", &["motive"], Form::SaidEn, ["Motivering på engelska", "Motive in English"], &[]),
    field("vulnerabilities", &["vulnerabilities"], Form::Saids, ["Sårbarheter", "Vulnerabilities"], &["sårbarhet"]),
    field("dependencies", &["dependencies"], Form::Saids, ["Beroenden", "Dependencies"], &["beroende"]),
    field("capability", &["capability"], Form::Word(CAPABILITIES), ["Förmåga", "Capability"], &[]),
    field(
        "acceptable_outage",
        &["acceptable_outage"],
        Form::Number,
        ["Längsta avbrott, timmar", "Acceptable outage, hours"],
        &["acceptabel avbrottstid"],
    ),
    field("treatment", &["treatment"], Form::Word(TREATMENTS), ["Hantering", "Treatment"], &["riskbehandling"]),
    field("status", &["status"], Form::Word(RISK_STATUSES), ["Status", "Status"], &["läge", "riskstatus"]),
    field(
        "reviewed",
        &["reviewed"],
        Form::Day,
        ["Senast granskad", "Reviewed"],
        &["granskad", "datum", "date", "senast uppdaterad"],
    ),
    MARKING,
];

/// Fields of measures.
pub(super) const MEASURES: &[Field] = &[
    field("id", &["id"], Form::Id, ["Id", "Id"], &["åtgärds-id", "ref_id", "nr", "nummer"]),
    needed(field(
        "title",
        &["title"],
        Form::Said,
        ["Åtgärd", "Measure"],
        &["rubrik", "namn", "name", "vad", "what", "åtgärdsförslag", "åtgärd/aktivitet", "aktivitet"],
    )),
    TITLE_EN,
    field(
        "owner",
        &["owner"],
        Form::One(Of::Owner),
        ["Ansvarig", "Owner"],
        &["ägare", "responsible", "ansvarig förvaltning", "ansvarig enhet", "ansvarig funktion", "åtgärdsansvarig"],
    ),
    field(
        "due",
        &["due"],
        Form::Day,
        ["Klar senast", "Due"],
        &["klart", "slutdatum", "deadline", "senast", "klar", "klart senast", "klardatum", "tidplan"],
    ),
    field("status", &["status"], Form::Word(MEASURE_STATUSES), ["Status", "Status"], &["läge"]),
    field(
        "cost",
        &["cost"],
        Form::Number,
        ["Kostnad, kr", "Cost, SEK"],
        &["kostnad", "cost", "belopp", "beräknad kostnad"],
    ),
    field(
        "risks",
        &["risks"],
        Form::Many(Of::Risk),
        ["Risker", "Risks"],
        &["risk", "mot risk", "gäller risk", "risk-id", "kopplad risk"],
    ),
    field(
        "effect.likelihood",
        &["effect", "likelihood"],
        Form::Steps,
        ["Verkan på sannolikheten, steg", "Effect on likelihood, steps"],
        &[],
    ),
    field(
        "effect.consequence",
        &["effect", "consequence"],
        Form::Level,
        ["Verkan på konsekvensen, steg", "Effect on consequence, steps"],
        &[],
    ),
    field("effect.note", &["effect", "note"], Form::Said, ["Verkan", "Effect"], &["effekt", "väntad effekt"]),
    field("effect.note_en", &["effect", "note"], Form::SaidEn, ["Verkan på engelska", "Effect in English"], &[]),
    MARKING,
];
