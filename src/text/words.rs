//! Single words: states, roles, kinds of things, and how they are counted.

use super::numbers::{integer, spelled};
use super::{say, word};
use crate::coverage::State;
use crate::organisation::ListName;
use crate::organisation::letters;
use crate::organisation::problem::Weight;
use crate::organisation::risk::{Capability, MeasureStatus, RiskStatus, Treatment, Uncertainty};
use crate::organisation::rule::Severity;
use crate::organisation::unit::{NIGHT_STAFFED, UnitKind};
use crate::organisation::value::{Label, Language};
use crate::organisation::work::{ActivityKind, DocumentKind, Phase, QuestionStatus};
use crate::risk::Unplaced;

/// A noun with the forms that sentences need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    /// Whether Swedish counts it with `ett`.
    pub neuter: bool,
    /// Swedish: one, many, the one.
    pub sv: [&'static str; 3],
    /// English: one, many.
    pub en: [&'static str; 2],
}

impl Noun {
    pub(super) const fn new(neuter: bool, sv: [&'static str; 3], en: [&'static str; 2]) -> Self {
        Self { neuter, sv, en }
    }

    /// The noun alone for so many of it.
    pub const fn form(&self, number: u32, language: Language) -> &'static str {
        let many = (number != 1) as usize;
        match language {
            Language::Swedish => self.sv[many],
            Language::English => self.en[many],
        }
    }

    /// One of it, without article.
    pub const fn one(&self, language: Language) -> &'static str {
        self.form(1, language)
    }

    /// The noun for many, without a number.
    pub const fn many(&self, language: Language) -> &'static str {
        self.form(2, language)
    }

    /// The one in question: `förvaltningen`, `the department`.
    pub fn definite(&self, language: Language) -> String {
        let [en, _] = self.en;
        let [_, _, sv] = self.sv;
        say!(language; "{sv}", "the {en}")
    }

    /// Some of it, small numbers in words: `en förvaltning`, `18 arbetsplatser`, `no companies`.
    pub fn count(&self, number: u32, language: Language) -> String {
        format!("{} {}", spelled(number, self.neuter, language), self.form(number, language))
    }

    /// Some of it in figures: `1 förvaltning`, `18 arbetsplatser`.
    pub fn figure(&self, number: u32, language: Language) -> String {
        format!("{}\u{a0}{}", integer(number.into(), language), self.form(number, language))
    }
}

/// Findings (brister): what is missing or broken.
pub const GAP: Noun = Noun::new(false, ["avvikelse", "avvikelser", "avvikelsen"], ["gap", "gaps"]);
/// The noun for rules (regler).
pub const RULE: Noun = Noun::new(false, ["regel", "regler", "regeln"], ["rule", "rules"]);
/// Findings of any state (avvikelser).
pub const FINDING: Noun = Noun::new(false, ["rad", "rader", "raden"], ["finding", "findings"]);
/// The noun for cases (fall).
pub const CASE: Noun = Noun::new(true, ["fall", "fall", "fallet"], ["case", "cases"]);
/// The noun for risks (risker).
pub const RISK: Noun = Noun::new(false, ["risk", "risker", "risken"], ["risk", "risks"]);
/// The noun for units (enheter).
pub const UNIT: Noun = Noun::new(false, ["enhet", "enheter", "enheten"], ["unit", "units"]);
/// The noun for people (personer).
pub const PERSON: Noun = Noun::new(false, ["person", "personer", "personen"], ["person", "people"]);
/// The noun for posts (uppdrag).
pub const POST: Noun = Noun::new(true, ["uppdrag", "uppdrag", "uppdraget"], ["post", "posts"]);
/// The noun for items of the lists of a file (poster).
pub const ITEM: Noun = Noun::new(false, ["post", "poster", "posten"], ["item", "items"]);
/// The noun for appointments (förordnanden).
pub const APPOINTMENT: Noun =
    Noun::new(true, ["förordnande", "förordnanden", "förordnandet"], ["appointment", "appointments"]);
/// Problems of a file.
pub const PROBLEM: Noun = Noun::new(true, ["fel", "fel", "felet"], ["problem", "problems"]);
/// The noun for measures (åtgärder).
pub const MEASURE: Noun = Noun::new(false, ["åtgärd", "åtgärder", "åtgärden"], ["measure", "measures"]);
/// Vital societal functions (samhällsviktiga verksamheter).
pub const FUNCTION: Noun = Noun::new(false, ["verksamhet", "verksamheter", "verksamheten"], ["function", "functions"]);
/// Critical dependencies (kritiska beroenden).
pub const DEPENDENCY: Noun = Noun::new(true, ["beroende", "beroenden", "beroendet"], ["dependency", "dependencies"]);
/// The noun for employees (anställda).
pub const EMPLOYEE: Noun = Noun::new(false, ["anställd", "anställda", "den anställda"], ["employee", "employees"]);
/// Holders of a role (innehavare).
pub const HOLDER: Noun = Noun::new(false, ["innehavare", "innehavare", "innehavaren"], ["holder", "holders"]);

/// A state in one or two words: `uppfyllt`, `saknas`.
pub const fn state(state: State, language: Language) -> &'static str {
    match state {
        State::Met => word(language, "uppfyllt", "met"),
        State::Expiring => word(language, "går ut", "expiring"),
        State::Missing => word(language, "saknas", "missing"),
        State::Broken => word(language, "stämmer inte", "broken"),
        State::Unknown => word(language, "framgår inte", "unknown"),
        State::Accepted => word(language, "accepterad", "accepted"),
    }
}

/// A state in a legend, where it has no sentence around it.
pub const fn state_in_legend(shown: State, language: Language) -> &'static str {
    match shown {
        State::Expiring => word(language, "går ut inom 90 dagar", "expiring within 90 days"),
        State::Accepted => word(language, "accepterad avvikelse", "accepted gap"),
        _ => state(shown, language),
    }
}

/// The sign that stands beside a state's word, in print and in a terminal.
pub const fn state_sign(state: State) -> &'static str {
    match state {
        State::Met => "✓",
        State::Expiring => "◔",
        State::Missing => "○",
        State::Broken => "≠",
        State::Unknown => "?",
        State::Accepted => "–",
    }
}

/// How much a rule asks: `skall`, `bör`.
pub const fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Must => word(language, "krav", "required"),
        Severity::Should => word(language, "rekommendation", "recommended"),
    }
}

/// A kind of unit.
pub const fn unit_kind(kind: UnitKind) -> Noun {
    match kind {
        UnitKind::Municipality => {
            Noun::new(false, ["kommun", "kommuner", "kommunen"], ["municipality", "municipalities"])
        }
        UnitKind::Department => {
            Noun::new(false, ["förvaltning", "förvaltningar", "förvaltningen"], ["department", "departments"])
        }
        UnitKind::Company => Noun::new(true, ["bolag", "bolag", "bolaget"], ["company", "companies"]),
        UnitKind::Workplace => {
            Noun::new(false, ["arbetsplats", "arbetsplatser", "arbetsplatsen"], ["workplace", "workplaces"])
        }
        UnitKind::SecurityUnit => Noun::new(
            false,
            ["säkerhetsenhet", "säkerhetsenheter", "säkerhetsenheten"],
            ["security unit", "security units"],
        ),
        UnitKind::Group => Noun::new(false, ["grupp", "grupper", "gruppen"], ["group", "groups"]),
        UnitKind::Party => Noun::new(
            false,
            ["extern part", "externa parter", "den externa parten"],
            ["external party", "external parties"],
        ),
    }
}

/// A built-in role at a kind of unit; `None` for one that only the file knows.
pub fn built_in_role(id: &str, at: Option<UnitKind>) -> Option<Noun> {
    Some(match id {
        "head" => match at {
            Some(UnitKind::Company) => {
                Noun::new(false, ["vd", "vd:ar", "vd:n"], ["managing director", "managing directors"])
            }
            Some(UnitKind::Municipality) => Noun::new(
                false,
                ["kommundirektör", "kommundirektörer", "kommundirektören"],
                ["chief executive", "chief executives"],
            ),
            Some(UnitKind::Department) => Noun::new(
                false,
                ["förvaltningschef", "förvaltningschefer", "förvaltningschefen"],
                ["department head", "department heads"],
            ),
            _ => Noun::new(false, ["chef", "chefer", "chefen"], ["head", "heads"]),
        },
        "head_of_security" => Noun::new(
            false,
            ["säkerhetschef", "säkerhetschefer", "säkerhetschefen"],
            ["head of security", "heads of security"],
        ),
        "crime_prevention_officer" => Noun::new(
            false,
            ["brottsförebyggare", "brottsförebyggare", "brottsförebyggaren"],
            ["crime prevention officer", "crime prevention officers"],
        ),
        "security_coordinator" => Noun::new(
            false,
            ["säkerhetssamordnare", "säkerhetssamordnare", "säkerhetssamordnaren"],
            ["security coordinator", "security coordinators"],
        ),
        "security_representative" => Noun::new(
            true,
            ["säkerhetsombud", "säkerhetsombud", "säkerhetsombudet"],
            ["security representative", "security representatives"],
        ),
        "safety_representative" => Noun::new(
            true,
            ["skyddsombud", "skyddsombud", "skyddsombudet"],
            ["safety representative", "safety representatives"],
        ),
        "crime_prevention_coordinator" => Noun::new(
            false,
            ["brottsförebyggande samordnare", "brottsförebyggande samordnare", "den brottsförebyggande samordnaren"],
            ["crime prevention coordinator", "crime prevention coordinators"],
        ),
        "crime_prevention_chair" => Noun::new(
            false,
            [
                "ordförande i brottsförebyggande rådet",
                "ordförande i brottsförebyggande rådet",
                "ordföranden i brottsförebyggande rådet",
            ],
            ["chair of the crime prevention council", "chairs of the crime prevention council"],
        ),
        "security_protection_chief" => Noun::new(
            false,
            ["säkerhetsskyddschef", "säkerhetsskyddschefer", "säkerhetsskyddschefen"],
            ["protective security manager", "protective security managers"],
        ),
        "member" => Noun::new(false, ["medlem", "medlemmar", "medlemmen"], ["member", "members"]),
        _ => return None,
    })
}

/// What a role is called inside a sentence: as the file says, else the built-in word, else its id.
pub fn role(id: &str, named: Option<&Label>, at: Option<UnitKind>, language: Language) -> String {
    match (named, built_in_role(id, at)) {
        (Some(name), _) => super::numbers::inside(name.say(language)),
        (None, Some(noun)) => noun.one(language).to_owned(),
        (None, None) => id.to_owned(),
    }
}

/// A role and the unit where it is held: the role alone where it says so already, as a member of a group often does.
pub fn role_at(role: &str, unit: &str) -> String {
    let small = |text: &str| text.chars().map(letters::small).collect::<String>();
    if small(role).contains(&small(unit)) { role.to_owned() } else { format!("{role}, {unit}") }
}

/// A post in a few words: the role and where, and that it is a substitute's where it is.
pub fn post_at(role: &str, unit: &str, substitute: bool, language: Language) -> String {
    let held = role_at(role, unit);
    if substitute { say!(language; "ersättare för {held}", "substitute {held}") } else { held }
}

/// A tag of a unit: in words where the product knows it, else as the file writes it.
pub fn tag(tag: &str, language: Language) -> &str {
    if tag == NIGHT_STAFFED { word(language, "bemannad på natten", "staffed at night") } else { tag }
}

/// A kind of activity, as something that is carried out.
pub const fn activity(kind: ActivityKind, language: Language) -> &'static str {
    match kind {
        ActivityKind::Initiate => word(language, "initiativ", "initiative"),
        ActivityKind::Coordinate => word(language, "samordning", "coordination"),
        ActivityKind::Support => word(language, "stöd", "support"),
        ActivityKind::FollowUp => word(language, "uppföljning", "follow-up"),
        ActivityKind::Advise => word(language, "rådgivning", "advice"),
        ActivityKind::Inform => word(language, "kunskapsspridning", "sharing of knowledge"),
        ActivityKind::Analysis => word(language, "risk- och sårbarhetsanalys", "risk and vulnerability analysis"),
        ActivityKind::Prevention => word(language, "förebyggande insats", "preventive work"),
        ActivityKind::Routine => word(language, "utveckling av rutiner", "development of procedures"),
        ActivityKind::Training => word(language, "utbildning", "training"),
        ActivityKind::Lecture => word(language, "föreläsning", "lecture"),
        ActivityKind::Exercise => word(language, "övning", "exercise"),
        ActivityKind::Meeting => word(language, "möte", "meeting"),
    }
}

/// How far a question has come.
pub const fn question_status(status: QuestionStatus, language: Language) -> &'static str {
    match status {
        QuestionStatus::Raised => word(language, "väntar på svar", "waiting for an answer"),
        QuestionStatus::Ongoing => word(language, "pågår", "under way"),
        QuestionStatus::Answered => word(language, "besvarad", "answered"),
    }
}

/// When in relation to an event a question was raised.
pub const fn phase(phase: Phase, language: Language) -> &'static str {
    match phase {
        Phase::Before => word(language, "före händelsen", "before the event"),
        Phase::During => word(language, "under händelsen", "during the event"),
        Phase::After => word(language, "efter händelsen", "after the event"),
    }
}

/// A kind of document.
pub const fn document(kind: DocumentKind, language: Language) -> &'static str {
    match kind {
        DocumentKind::Policy => word(language, "policy", "policy"),
        DocumentKind::Guideline => word(language, "riktlinje", "guideline"),
        DocumentKind::Routine => word(language, "rutin", "procedure"),
        DocumentKind::Analysis => word(language, "analys", "analysis"),
        DocumentKind::Plan => word(language, "plan", "plan"),
    }
}

/// The section of the act on secrecy that a marking names: `18 kap. 13 § OSL` of `18:13`. What is written in another
/// way stands as it is.
pub fn section(written: &str, language: Language) -> String {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match written.split_once(':') {
        Some((chapter, section)) if is_number(chapter) && is_number(section) => say!(language;
            "{chapter} kap. {section} § OSL",
            "chapter {chapter}, section {section} of the Public Access to Information and Secrecy Act"),
        _ => written.to_owned(),
    }
}

/// How uncertain a judgement is.
pub const fn uncertainty(uncertainty: Uncertainty, language: Language) -> &'static str {
    match uncertainty {
        Uncertainty::Low => word(language, "låg", "low"),
        Uncertainty::Medium => word(language, "medelhög", "medium"),
        Uncertainty::High => word(language, "hög", "high"),
    }
}

/// The ability to handle an event.
pub const fn capability(capability: Capability, language: Language) -> &'static str {
    match capability {
        Capability::Good => word(language, "god, utan tydliga brister", "good, without clear shortcomings"),
        Capability::Uncertain => word(language, "osäker", "uncertain"),
        Capability::Lacking => word(language, "bristfällig, med tydliga brister", "lacking, with clear shortcomings"),
    }
}

/// What is done about a risk.
pub const fn treatment(treatment: Treatment, language: Language) -> &'static str {
    match treatment {
        Treatment::Open => word(language, "inte beslutad", "not decided"),
        Treatment::Mitigate => word(language, "minskas", "mitigated"),
        Treatment::Accept => word(language, "accepteras som den är", "accepted as it is"),
        Treatment::Avoid => word(language, "undviks", "avoided"),
        Treatment::Transfer => word(language, "förs över till någon annan", "transferred to someone else"),
    }
}

/// Whether a risk is still watched.
pub const fn risk_status(status: RiskStatus, language: Language) -> &'static str {
    match status {
        RiskStatus::Active => word(language, "aktiv", "active"),
        RiskStatus::Watched => word(language, "bevakas", "watched"),
        RiskStatus::Closed => word(language, "avslutad", "closed"),
    }
}

/// How far a measure has come.
pub const fn measure_status(status: MeasureStatus, language: Language) -> &'static str {
    match status {
        MeasureStatus::Proposed => word(language, "föreslagen", "proposed"),
        MeasureStatus::Decided => word(language, "beslutad", "decided"),
        MeasureStatus::Ongoing => word(language, "pågår", "ongoing"),
        MeasureStatus::Done => word(language, "klar", "done"),
        MeasureStatus::Cancelled => word(language, "avbruten", "cancelled"),
    }
}

/// Why risks stand beside the matrix, as a heading or a filter.
pub const fn beside(beside: Unplaced, language: Language) -> &'static str {
    match beside {
        Unplaced::NotRated => word(language, "inte bedömda", "not assessed"),
        Unplaced::NotAssessable => word(language, "går inte att bedöma", "not assessable"),
        Unplaced::Antagonistic => word(language, "antagonistiska", "antagonistic"),
    }
}

/// Why a risk stands beside the matrix, said of the one.
pub const fn beside_one(beside: Unplaced, language: Language) -> &'static str {
    match beside {
        Unplaced::NotRated => word(language, "inte bedömd", "not assessed"),
        Unplaced::NotAssessable => word(language, "går inte att bedöma", "not assessable"),
        Unplaced::Antagonistic => word(language, "antagonistisk", "antagonistic"),
    }
}

/// How many risks stand beside the matrix, and why: `3 inte bedömda`.
pub fn beside_counted(number: u32, beside: Unplaced, language: Language) -> String {
    let why = if number == 1 { beside_one(beside, language) } else { self::beside(beside, language) };
    format!("{} {why}", super::numbers::integer(number.into(), language))
}

/// What a problem means for the file, in a word or two.
pub const fn weight(weight: Weight, language: Language) -> &'static str {
    match weight {
        Weight::Fatal => word(language, "kan inte öppnas", "cannot be opened"),
        Weight::SetAside => word(language, "posten räknas inte med", "item not counted"),
        Weight::Ignored => word(language, "uppgiften används inte", "field not used"),
        Weight::Advice => word(language, "råd", "advice"),
    }
}

/// What the items of a list of the format are called: those of `assignments` are `uppdrag`.
pub const fn of_list(list: ListName) -> Noun {
    match list {
        ListName::Units => UNIT,
        ListName::People => PERSON,
        ListName::Roles => Noun::new(false, ["roll", "roller", "rollen"], ["role", "roles"]),
        ListName::Assignments => POST,
        ListName::Rules => RULE,
        ListName::Trainings => {
            Noun::new(false, ["utbildning", "utbildningar", "utbildningen"], ["training course", "training courses"])
        }
        ListName::Completions => Noun::new(
            false,
            ["genomförd utbildning", "genomförda utbildningar", "den genomförda utbildningen"],
            ["completed training course", "completed training courses"],
        ),
        ListName::Documents => Noun::new(true, ["dokument", "dokument", "dokumentet"], ["document", "documents"]),
        ListName::Activities => {
            Noun::new(false, ["aktivitet", "aktiviteter", "aktiviteten"], ["activity", "activities"])
        }
        ListName::Questions => Noun::new(false, ["fråga", "frågor", "frågan"], ["question", "questions"]),
        ListName::Scales => Noun::new(false, ["skala", "skalor", "skalan"], ["scale", "scales"]),
        ListName::Matrices => Noun::new(false, ["matris", "matriser", "matrisen"], ["matrix", "matrices"]),
        ListName::Risks => RISK,
        ListName::Measures => MEASURE,
        ListName::Functions => Noun::new(
            false,
            ["samhällsviktig verksamhet", "samhällsviktiga verksamheter", "den samhällsviktiga verksamheten"],
            ["vital societal function", "vital societal functions"],
        ),
        ListName::Dependencies => Noun::new(
            true,
            ["kritiskt beroende", "kritiska beroenden", "det kritiska beroendet"],
            ["critical dependency", "critical dependencies"],
        ),
        ListName::Editions => Noun::new(false, ["utgåva", "utgåvor", "utgåvan"], ["edition", "editions"]),
        ListName::Profiles => {
            Noun::new(false, ["rapportmall", "rapportmallar", "rapportmallen"], ["report template", "report templates"])
        }
        ListName::Exceptions => Noun::new(
            false,
            ["accepterad avvikelse", "accepterade avvikelser", "den accepterade avvikelsen"],
            ["accepted gap", "accepted gaps"],
        ),
        ListName::Rounds => {
            Noun::new(false, ["avstämning", "avstämningar", "avstämningen"], ["review round", "review rounds"])
        }
        ListName::History => Noun::new(
            false,
            ["anteckning i historiken", "anteckningar i historiken", "anteckningen i historiken"],
            ["history entry", "history entries"],
        ),
    }
}

/// What a list of the format is called: `assignments` is `uppdrag`.
pub const fn list(list: ListName, language: Language) -> &'static str {
    of_list(list).many(language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    #[test]
    fn every_role_that_needs_no_item_has_a_name() {
        use crate::organisation::person::{BUILT_IN_ROLES, PACK_ROLES};
        for id in BUILT_IN_ROLES.iter().chain(&PACK_ROLES) {
            assert!(built_in_role(id, None).is_some(), "{id}");
        }
    }

    #[test]
    fn a_role_that_names_its_unit_is_not_followed_by_it() {
        let member = "Medlem i riskhanteringsgruppen";
        assert_eq!(role_at(member, "Riskhanteringsgruppen"), member);
        assert_eq!(role_at("säkerhetsombud", "Förskolan Eken"), "säkerhetsombud, Förskolan Eken");
    }

    #[test]
    fn a_tag_the_product_knows_is_said_in_words_and_others_as_they_are_written() {
        assert_eq!(tag("night_staffed", Swedish), "bemannad på natten");
        assert_eq!(tag("night_staffed", English), "staffed at night");
        assert_eq!(tag("förskola", English), "förskola");
    }

    #[test]
    fn nouns_are_counted_as_the_language_does() {
        let department = unit_kind(UnitKind::Department);
        assert_eq!(department.count(1, Swedish), "en förvaltning");
        assert_eq!(department.count(0, Swedish), "inga förvaltningar");
        assert_eq!(department.count(0, English), "no departments");
        assert_eq!(unit_kind(UnitKind::Company).count(1, Swedish), "ett bolag");
        assert_eq!(unit_kind(UnitKind::Workplace).count(18, Swedish), "18 arbetsplatser");
        assert_eq!(unit_kind(UnitKind::Party).figure(1, English), "1\u{a0}external party");
    }

    #[test]
    fn a_head_is_called_after_the_unit() {
        let said = |kind, language| role("head", None, kind, language);
        assert_eq!(said(Some(UnitKind::Department), Swedish), "förvaltningschef");
        assert_eq!(said(Some(UnitKind::Company), Swedish), "vd");
        assert_eq!(said(Some(UnitKind::Company), English), "managing director");
        assert_eq!(said(Some(UnitKind::Workplace), Swedish), "chef");
        assert_eq!(role("x", None, None, Swedish), "x");
        assert_eq!(role("member", Some(&Label::plain("vän")), None, Swedish), "vän");
    }
}
