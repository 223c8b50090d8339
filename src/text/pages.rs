//! Headings, labels and empty states of the organisation, coverage and risk pages, and their verdicts.

use super::numbers::{and, capital, integer, spelled};
use super::overview::Sentence;
use super::{say, word, words};
use crate::coverage::State;
use crate::coverage::because::Reason;
use crate::engine::view::{FindingRow, PostRow, PostState, RuleRow, UnitRow, UnitView};
use crate::organisation::unit::UnitKind;
use crate::organisation::value::{Date, Label, Language};

/// Words of the pages that take no data: labels, headings, buttons, hints.
macro_rules! labels {
    ($( $(#[$doc:meta])* $name:ident: $sv:literal, $en:literal; )*) => {
        $( $(#[$doc])* pub const fn $name(language: Language) -> &'static str { word(language, $sv, $en) } )*
    };
}

labels! {
    /// Heading of the tree.
    units_heading: "Enheter", "Units";
    /// Label of the search box.
    find_unit: "Sök enhet", "Find a unit";
    /// Label of the search box for risks.
    find_risk: "Sök risk", "Find a risk";
    /// Hint when nothing fits a search.
    nothing_found: "Ingenting heter så. Pröva en del av namnet.", "Nothing is called so. Try part of the name.";
    /// Said when the file has no units.
    no_units: "Filen har inga enheter.", "The file has no units.";
    /// Shows more of a list.
    show_more: "Visa fler", "Show more";
    /// The page before in a list.
    previous: "Föregående", "Previous";
    /// The next page of a list.
    next: "Nästa", "Next";
    /// Name of the pager, for those who do not see it.
    pages: "Sidor i listan", "Pages of the list";
    /// Name of the path above a unit.
    path: "Här i organisationen", "Where this is";
    /// Heading of a unit's posts.
    posts: "Uppdrag", "Posts";
    /// Heading of a unit's contact card.
    contact: "Kontakt", "Contact";
    /// Label of an e-mail address.
    email: "E-post", "E-mail";
    /// Label of a telephone number.
    phone: "Telefon", "Telephone";
    /// Label of a web address.
    web: "Webb", "Web";
    /// Label of a street address.
    address: "Adress", "Address";
    /// Label of the part of the municipality.
    area: "Område", "Area";
    /// Label of the number of employees.
    employees: "Anställda", "Employees";
    /// Label of free words.
    tags: "Taggar", "Tags";
    /// Said when the file has no way to reach a unit.
    no_contact: "Filen säger inte hur enheten nås.", "The file does not say how to reach the unit.";
    /// Heading of findings at a unit.
    findings: "Avvikelser", "Findings";
    /// Said where a unit has no findings.
    no_findings_here: "Inget att anmärka på just den här enheten.", "Nothing to remark on this unit itself.";
    /// Heading of risks at a unit.
    risks: "Risker", "Risks";
    /// Said where a unit has no risks.
    no_risks_here: "Ingen risk i filen nämner den här enheten.", "No risk in the file names this unit.";
    /// Heading of the units under one.
    children: "Enheter under", "Units below";
    /// Said where a unit has no posts.
    no_posts: "Filen har inga uppdrag på den här enheten.", "The file has no posts at this unit.";
    /// A vacant post.
    vacant: "Vakant", "Vacant";
    /// Title of the coverage page.
    coverage: "Täckning", "Coverage";
    /// Heading of the rules.
    rules: "Reglerna", "The rules";
    /// Lead of the rules.
    rules_lead: "Varje regel är en mening ur kommunens egen riktlinje. Välj en för att se vad som brister.",
        "Each rule is a sentence of the municipality’s own guideline. Choose one to see what is wrong.";
    /// Said when no rule applies.
    no_rules: "Filen har inga regler och slår inte på något regelpaket.", "The file has no rules and turns no rule pack on.";
    /// Name of the filters.
    filter: "Urval", "Filter";
    /// Filter by rule.
    filter_rule: "Regel", "Rule";
    /// Filter by state.
    filter_state: "Läge", "State";
    /// Filter by severity.
    filter_severity: "Krav", "Demand";
    /// Filter by department.
    filter_unit: "Förvaltning eller bolag", "Department or company";
    /// Filter by class.
    filter_class: "Klass", "Class";
    /// No filter.
    all: "Alla", "All";
    /// The whole municipality.
    whole: "Hela organisationen", "The whole organisation";
    /// Clears the filters.
    clear: "Visa alla", "Show all";
    /// Said when no finding fits the filter.
    no_findings: "Ingen avvikelse passar urvalet.", "No finding fits the filter.";
    /// Said when there are no findings at all.
    nothing_wrong: "Inget att anmärka på. Varje regel är uppfylld.", "Nothing to remark. Every rule is met.";
    /// Opens a finding's own page.
    open_finding: "Öppna för sig", "Open on its own page";
    /// Heading of what the rule asks.
    asks: "Vad regeln säger", "What the rule says";
    /// Heading of the quoted sentence.
    source: "Ur riktlinjen", "From the guideline";
    /// Said where a rule quotes nothing.
    no_source: "Regeln anger ingen källa.", "The rule names no source.";
    /// Heading of a finding's explanation.
    why: "Varför", "Why";
    /// Before the unit that a finding is at.
    at: "Gäller", "At";
    /// Heading of what was looked at.
    looked_at: "Vad som granskades", "What was looked at";
    /// Heading of what would change it.
    would_change: "Vad som skulle ändra det", "What would change it";
    /// Heading of other findings at the unit.
    beside: "Mer på samma enhet", "More at the same unit";
    /// Heading of the matrix.
    matrix: "Matrisen", "The matrix";
    /// Heading of the register.
    register: "Registret", "The register";
    /// Lead of the register.
    register_lead: "Ordnat efter klass, sedan nivåernas summa, sedan osäkerhet.",
        "Sorted by class, then the sum of the levels, then uncertainty.";
    /// Said when the matrix cannot be used.
    no_matrix: "Filens matris är inte rätt skriven och används inte. Sidan Data säger var felet är.",
        "The file’s matrix is malformed and not used. The Data page says where.";
    /// Said when no risk fits the filter.
    no_risks: "Ingen risk passar urvalet.", "No risk fits the filter.";
    /// Said when the file has no risks.
    no_risks_at_all: "Filen har inga risker ännu.", "The file has no risks yet.";
    /// Heading of what stands beside the matrix.
    beside_matrix: "Vid sidan av matrisen", "Beside the matrix";
    /// Column of places.
    place: "Plats", "Place";
    /// Column of risks.
    risk: "Risk", "Risk";
    /// Column of classes.
    class: "Klass", "Class";
    /// Column of ranges.
    range: "Spann", "Range";
    /// Column of uncertainty.
    uncertainty: "Osäkerhet", "Uncertainty";
    /// Column of likelihood.
    likelihood: "Sannolikhet", "Likelihood";
    /// Column of consequence.
    consequence: "Konsekvens", "Consequence";
    /// Heading of advice about a matrix.
    advice: "Att tänka på om matrisen", "About this matrix";
    /// Heading of how a class came about.
    how: "Så blev klassen", "How the class came about";
    /// Heading of the levels.
    levels: "Bedömningen", "The judgement";
    /// Heading of sensitivity.
    sensitivity: "Vad som ändrar klassen", "What changes the class";
    /// Heading of ties.
    ties: "Delar plats med", "Shares its place with";
    /// Heading of a risk's facts.
    facts: "Om risken", "About the risk";
    /// Heading of the motive.
    motive: "Varför bedömningen ser ut så", "Why it is judged so";
    /// Heading of measures.
    measures: "Åtgärder", "Measures";
    /// Said where a risk has no measures.
    no_measures: "Filen har inga åtgärder mot den här risken.", "The file has no measures against this risk.";
    /// Heading of vulnerabilities.
    vulnerabilities: "Sårbarheter", "Vulnerabilities";
    /// Heading of dependencies.
    dependencies: "Beroenden", "Dependencies";
    /// Label of the capability.
    capability: "Förmåga", "Capability";
    /// Label of the acceptable outage.
    outage: "Acceptabelt avbrott", "Acceptable outage";
    /// Label of the owner.
    owner: "Ansvarig", "Owner";
    /// Label of the last review.
    reviewed: "Senast genomgången", "Last reviewed";
    /// Label of the treatment.
    treatment: "Hantering", "Treatment";
    /// Label of the status.
    status: "Status", "Status";
    /// Label of the scenario kind.
    scenario: "Scenario", "Scenario";
    /// Label of the units.
    units: "Enheter", "Units";
    /// Label of the due day.
    due: "Klar senast", "Due";
    /// Label of a measure.
    measure: "Åtgärd", "Measure";
    /// Where a risk stands with nothing done.
    inherent: "Bedömd", "Judged";
    /// Where a risk stands now.
    current: "Nu, med det som är gjort", "Now, with what has been done";
    /// Where a risk should come to stand.
    target: "Mål", "Target";
    /// Heading of where a risk stands and should stand.
    positions: "Nu och målet", "Now and the target";
    /// Legend of what the numbers of the matrix are.
    matrix_hint: "Talet i en ruta är antalet risker där. Välj en ruta för att se dem.",
        "The number in a cell is how many risks are there. Choose a cell to see them.";
    /// Marks this risk's cell.
    here: "här", "here";
    /// Where it stands now, in a cell of the matrix.
    pin_current: "nu", "now";
    /// Where it should come to stand, in a cell of the matrix.
    pin_target: "mål", "target";
    /// Column of levels.
    level: "Nivå", "Level";
    /// Said where nothing has the id of the address.
    not_found: "Det finns ingenting på den här adressen i filen som är öppen.",
        "Nothing in the open file has this address.";
    /// A lower unit, in the tree's buttons.
    open_branch: "Visa enheterna under", "Show the units below";
    /// Not stated by the file.
    not_stated: "framgår inte", "not stated";
    /// Substitute for someone, in a list of posts.
    substitute: "ersättare", "substitute";
}

/// The verdict of the organisation page.
pub fn organisation_verdict(root: &UnitRow, language: Language) -> Sentence {
    let name = root.unit.name.say(language);
    if root.gaps == 0 {
        return Sentence::plain(say!(language;
            "{name} har inga brister i sin säkerhetsorganisation.",
            "{name} has no gaps in its security organisation."));
    }
    Sentence {
        before: say!(language; "{name} har ", "{name} has "),
        stress: words::GAP.count(root.gaps, language),
        after: word(language, " i sin säkerhetsorganisation.", " in its security organisation.").into(),
    }
}

/// What comes after it: how large it is, where most is missing, and how much ends soon.
pub fn organisation_after(root: &UnitRow, below: &[UnitRow], language: Language) -> String {
    let mut sentences = Vec::new();
    let worst = below.iter().filter(|row| row.gaps > 0);
    let worst = worst.max_by(|a, b| a.gaps.cmp(&b.gaps).then(b.unit.id.cmp(&a.unit.id)));
    if let Some(worst) = worst.filter(|worst| worst.gaps < root.gaps) {
        let (name, gaps) = (worst.unit.name.say(language), spelled(worst.gaps, false, language));
        sentences.push(say!(language; "Flest, {gaps}, finns inom {name}.", "Most, {gaps}, are within {name}."));
    }
    sentences.extend(expiring_sentence(root.expiring, language));
    sentences.join(" ")
}

/// How much ends within the window, where anything does.
fn expiring_sentence(expiring: u32, language: Language) -> Option<String> {
    let number = capital(&spelled(expiring, false, language));
    match expiring {
        0 => None,
        1 => Some(
            word(
                language,
                "En sak som håller i dag upphör inom 90 dagar.",
                "One thing that holds today ends within 90 days.",
            )
            .into(),
        ),
        _ => Some(say!(language; "{number}\u{a0}saker som håller i dag upphör inom 90 dagar.",
            "{number}\u{a0}things that hold today end within 90 days.")),
    }
}

/// The verdict of a search among units.
pub fn search_verdict(find: &str, total: u32, language: Language) -> String {
    let counted = words::UNIT.count(total, language);
    let counted = capital(&counted);
    match total {
        0 => say!(language; "Ingen enhet heter något med ”{find}”.", "No unit is called anything with “{find}”."),
        _ => say!(language; "{counted} heter något med ”{find}”.", "{counted} called something with “{find}”."),
    }
}

/// The verdict of a unit's own page, from what is found at the unit itself.
pub fn unit_verdict(view: &UnitView, language: Language) -> Sentence {
    let name = view.row.unit.name.say(language);
    let kind = view.row.unit.kind;
    let mut vacant: Vec<String> = Vec::new();
    for finding in view.findings.iter().filter(|finding| finding.state == State::Missing) {
        if let Reason::TooFew { role, holders: 0, .. } = &finding.because.reason {
            vacant.push(words::role(&role.id, role.name.as_ref(), Some(kind), language));
        }
    }
    vacant.dedup();
    let gaps = count_gaps(&view.findings);
    if !vacant.is_empty() {
        let roles = and(&vacant, language);
        let stress = say!(language; "saknar {roles}", "has no {roles}");
        return Sentence { before: format!("{name} "), stress, after: ".".into() };
    }
    if gaps > 0 {
        let stress = words::GAP.count(gaps, language);
        return Sentence { before: say!(language; "{name} har ", "{name} has "), stress, after: ".".into() };
    }
    if let Some(first) = view.findings.iter().find(|finding| finding.state == State::Expiring) {
        let until = first.until.map(|until| super::numbers::date(until, language)).unwrap_or_default();
        return Sentence::plain(
            say!(language; "{name} har vad som krävs till och med {until}.", "{name} has what is asked through {until}."),
        );
    }
    if view.findings.iter().any(|finding| finding.state == State::Unknown) {
        let text = say!(language; "{name}: filen säger inte allt som behövs.", "{name}: the file does not say all that is needed.");
        return Sentence::plain(text);
    }
    if kind == UnitKind::Party {
        return Sentence::plain(name);
    }
    Sentence::plain(say!(language; "{name} har vad som krävs.", "{name} has what is asked."))
}

/// What follows a unit's verdict: what is missing below it.
pub fn unit_after(view: &UnitView, language: Language) -> Option<String> {
    let own = count_gaps(&view.findings);
    let below = view.row.gaps.saturating_sub(own);
    if view.row.children == 0 || below == 0 {
        return None;
    }
    let gaps = capital(&words::GAP.count(below, language));
    Some(say!(language; "{gaps} till finns hos enheterna under.", "{gaps} more at the units below."))
}

/// Findings that are missing or broken.
fn count_gaps(findings: &[FindingRow]) -> u32 {
    let gaps = findings.iter().filter(|finding| matches!(finding.state, State::Missing | State::Broken));
    u32::try_from(gaps.count()).unwrap_or(u32::MAX)
}

/// A unit's state in a few words beside its name: `3 brister, 1 upphör`.
pub fn unit_counts(row: &UnitRow, language: Language) -> String {
    let mut parts = Vec::new();
    if row.gaps > 0 {
        parts.push(words::GAP.figure(row.gaps, language));
    }
    if row.expiring > 0 {
        let number = integer(row.expiring.into(), language);
        parts.push(say!(language; "{number} upphör", "{number} expiring"));
    }
    parts.join(", ")
}

/// How many subjects of a rule are missing or broken.
pub fn gaps(rule: &RuleRow) -> u32 {
    rule.tally.missing + rule.tally.broken
}

/// The verdict of the coverage page.
pub fn coverage_verdict(rules: &[RuleRow], language: Language) -> Sentence {
    let all = u32::try_from(rules.len()).unwrap_or(u32::MAX);
    let failing = u32::try_from(rules.iter().filter(|rule| gaps(rule) > 0).count()).unwrap_or(u32::MAX);
    let gaps: u32 = rules.iter().map(gaps).sum();
    if all == 0 {
        return Sentence::plain(no_rules(language));
    }
    if gaps == 0 {
        return Sentence::plain(word(language, "Ingen regel brister i dag.", "No rule is broken today."));
    }
    let (of, gaps) = (words::RULE.figure(all, language), words::GAP.count(gaps, language));
    let failing = capital(&spelled(failing, false, language));
    Sentence {
        before: String::new(),
        stress: say!(language; "{failing} av {of}", "{failing} of {of}"),
        after: say!(language; " håller inte. Det ger {gaps} att åtgärda.", " do not hold, which leaves {gaps} to mend."),
    }
}

/// What follows it: the rule with most gaps, and what the file does not say.
pub fn coverage_after(rules: &[RuleRow], language: Language) -> String {
    let mut sentences = Vec::new();
    let worst = rules.iter().max_by(|a, b| gaps(a).cmp(&gaps(b)).then(b.id.cmp(&a.id)));
    if let Some(worst) = worst.filter(|worst| gaps(worst) > 0) {
        let text = super::finding::rule_text(worst, language);
        let text = text.trim_end_matches('.');
        let number = spelled(gaps(worst), false, language);
        sentences.push(
            say!(language; "Flest, {number}, gäller regeln ”{text}”.", "Most, {number}, are about the rule “{text}”."),
        );
    }
    sentences.extend(expiring_sentence(rules.iter().map(|rule| rule.tally.expiring).sum(), language));
    let unknown: u32 = rules.iter().map(|rule| rule.tally.unknown).sum();
    if unknown > 0 {
        let number = spelled(unknown, true, language);
        let number = number.as_str();
        sentences.push(say!(language; "I {number} fall räcker filens uppgifter inte för att avgöra.",
            "In {number} cases the file does not say enough to tell."));
    }
    sentences.join(" ")
}

/// How many subjects of a rule hold: those met and those met for now.
pub fn held(rule: &RuleRow) -> u32 {
    rule.tally.met + rule.tally.expiring
}

/// How many subjects of a rule hold, as a sentence's part: `4 av 5 håller`.
pub fn held_of(rule: &RuleRow, language: Language) -> String {
    let of = super::numbers::of(held(rule), rule.tally.applicable, language);
    say!(language; "{of} håller", "{of} hold")
}

/// The heading of a list of findings.
pub fn findings_heading(total: u32, language: Language) -> String {
    capital(&words::FINDING.figure(total, language))
}

/// The heading of a list of risks.
pub fn risks_heading(total: u32, language: Language) -> String {
    words::RISK.figure(total, language)
}

/// Which part of a list is shown: `51–100 av 131`.
pub fn window(from: u32, shown: u32, total: u32, language: Language) -> String {
    if total == 0 {
        return integer(0, language);
    }
    let (first, last) = (integer((from + 1).into(), language), integer((from + shown).into(), language));
    let total = integer(total.into(), language);
    say!(language; "{first}–{last} av {total}", "{first}–{last} of {total}")
}

/// The verdict of a finding's own page.
pub fn finding_verdict(row: &FindingRow, on: Date, language: Language) -> Sentence {
    let (subject, why) = (super::finding::subject(&row.subject, language), super::finding::why(row, on, language));
    let before = format!("{subject}: ");
    if matches!(row.state, State::Missing | State::Broken) {
        return Sentence { before, stress: why, after: ".".into() };
    }
    Sentence::plain(format!("{before}{}.", why.trim_end_matches('.')))
}

/// How a post stands, in a list of posts.
pub const fn post_state(state: PostState, language: Language) -> &'static str {
    match state {
        PostState::Current => word(language, "gäller", "held"),
        PostState::Vacant => word(language, "vakant", "vacant"),
        PostState::Coming => word(language, "börjar senare", "begins later"),
        PostState::Ended => word(language, "har gått ut", "has ended"),
    }
}

/// What else a post says: whom it stands in for, who appointed, to whom it reports, for whom it speaks.
pub fn post_notes(post: &PostRow, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    match &post.substitute_for {
        Some(person) => {
            let name = &person.name;
            notes.push(say!(language; "ersättare för {name}", "substitute for {name}"));
        }
        None if post.substitute => notes.push(substitute(language).to_owned()),
        None => {}
    }
    if let Some(unit) = &post.on_behalf_of {
        let unit = unit.name.say(language);
        notes.push(say!(language; "företräder {unit}", "on behalf of {unit}"));
    }
    if let Some(person) = &post.appointed_by {
        let name = &person.name;
        notes.push(say!(language; "förordnad av {name}", "appointed by {name}"));
    }
    if let Some(person) = &post.reports_to {
        let name = &person.name;
        notes.push(say!(language; "rapporterar till {name}", "reports to {name}"));
    }
    notes
}

/// A bar of a tally in words, for those who do not see it: `113 av 131 uppfyllda, 9 upphör, 18 saknas`.
pub fn tally(rule: &RuleRow, language: Language) -> String {
    let tally = &rule.tally;
    let states = [
        (State::Expiring, tally.expiring),
        (State::Missing, tally.missing),
        (State::Broken, tally.broken),
        (State::Unknown, tally.unknown),
        (State::Accepted, tally.accepted),
    ];
    let mut parts = vec![super::numbers::of(held(rule), tally.applicable, language)];
    for (state, number) in states {
        if number > 0 {
            let number = integer(number.into(), language);
            parts.push(format!("{number} {}", words::state(state, language)));
        }
    }
    parts.join(", ")
}

/// A text of the file that may be empty.
pub fn or_not_stated(label: Option<&Label>, language: Language) -> String {
    label.map_or_else(|| not_stated(language).to_owned(), |label| label.say(language).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::Tally;
    use crate::engine::view::UnitRef;
    use crate::organisation::rule::Severity;
    use Language::{English, Swedish};

    fn rule(id: &str, tally: Tally) -> RuleRow {
        RuleRow {
            id: id.into(),
            text: Some(Label::plain("Allt hålls.")),
            severity: Severity::Must,
            shape: "holders".into(),
            tally,
        }
    }

    fn root(gaps: u32, expiring: u32) -> UnitRow {
        let unit = UnitRef { id: "k".into(), name: Label::plain("Exempelkommun"), kind: UnitKind::Municipality };
        UnitRow { unit, parent: None, children: 5, state: State::Met, gaps, expiring, workplaces: 131 }
    }

    fn said(Sentence { before, stress, after }: Sentence) -> String {
        format!("{before}{stress}{after}")
    }

    #[test]
    fn the_organisation_is_said_with_and_without_gaps() {
        let verdict = |gaps| said(organisation_verdict(&root(gaps, 0), Swedish));
        assert_eq!(verdict(0), "Exempelkommun har inga brister i sin säkerhetsorganisation.");
        assert_eq!(verdict(1), "Exempelkommun har en brist i sin säkerhetsorganisation.");
        assert_eq!(organisation_after(&root(1, 1), &[], English), "One thing that holds today ends within 90 days.");
        assert_eq!(organisation_after(&root(0, 0), &[], English), "");
    }

    #[test]
    fn coverage_is_said_for_no_one_and_many_gaps() {
        let whole = Tally { applicable: 2, met: 2, ..Tally::default() };
        let missing = |missing| Tally { applicable: 20, met: 20 - missing, missing, ..Tally::default() };
        let verdict = |rules: &[RuleRow]| said(coverage_verdict(rules, Swedish));
        assert_eq!(verdict(&[]), "Filen har inga regler och slår inte på något regelpaket.");
        assert_eq!(verdict(&[rule("a", whole)]), "Ingen regel brister i dag.");
        let rules = [rule("a", whole), rule("b", missing(1))];
        assert_eq!(verdict(&rules), "En av 2\u{a0}regler håller inte. Det ger en brist att åtgärda.");
        assert_eq!(coverage_after(&rules, English), "Most, one, are about the rule “Allt hålls”.");
        assert_eq!(tally(&rules[1], Swedish), "19 av 20, 1 saknas");
    }

    #[test]
    fn windows_say_their_ends() {
        assert_eq!(window(50, 50, 131, Swedish), "51–100 av 131");
        assert_eq!(window(0, 0, 0, English), "0");
    }
}
