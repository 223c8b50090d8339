//! The search: what it says, and other words by which its pages are found.

use super::numbers::integer;
use super::pages::no_gaps_but;
use super::shell::labels;
use super::{say, word, words};
use crate::engine::view::{HitAbout, HitKind, HitView, MeasureStands};
use crate::organisation::value::Language;

labels! {
    /// What can be sought.
    placeholder: "Enhet, person, risk, sida …", "Unit, person, risk, page …";
    /// Name of the list of what was found.
    results: "Träffar", "Results";
    /// Heading of the pages found.
    pages: "Sidor", "Pages";
    /// Heading of what can be done.
    commands: "Göra", "Do";
    /// Puts the search away.
    close: "Stäng", "Close";
    /// What the arrows do.
    choose: "välj", "choose";
    /// What the return key does.
    open: "öppna", "open";
    /// Says that what is typed goes nowhere.
    stays: "Sökningen lämnar inte datorn.", "The search does not leave this computer.";
    /// Searches the whole organisation.
    search_all: "Sök i hela kommunen", "Search the whole municipality";
    /// Prints the page.
    print: "Skriv ut sidan", "Print the page";
    /// Gives the page its light appearance.
    light: "Ljust utseende", "Light appearance";
    /// Gives the page its dark appearance.
    dark: "Mörkt utseende", "Dark appearance";
    /// Looks as the system does.
    system: "Utseende som systemet", "Appearance as the system";
    /// Turns the key that opens the search off.
    key_off: "Öppna inte med /", "Do not open with /";
    /// Turns the key that opens the search on.
    key_on: "Öppna med /", "Open with /";
}

/// Other words that a page is found by, those that its name does not hold: of the kind of page with this name.
pub fn other_words(kind: &str, language: Language) -> &'static str {
    match kind {
        "Overview" => word(language, "start hem läget översikt", "start home situation"),
        "Organisation" => {
            word(language, "enheter träd förvaltningar arbetsplatser", "units tree departments workplaces")
        }
        "People" => word(language, "medarbetare namn telefon", "staff names phone"),
        "SecurityUnit" => {
            word(language, "säkerhetschef brottsförebyggare dokument stöd", "head of security documents support")
        }
        "Coordinators" => word(language, "samordnare förvaltningar roller", "departments roles"),
        "Representatives" => word(language, "ombud arbetsplatser roller kontaktkort", "workplaces roles contact cards"),
        "Group" => word(language, "riskgruppen möten medlemmar frågor", "meetings members questions"),
        "Contact" => word(language, "telefon e-post 112 journummer invånare", "phone email 112 emergency residents"),
        "Coverage" => word(language, "brister krav uppföljning undantag", "compliance exceptions requirements"),
        "Forecast" => word(language, "går ut framtid 90 dagar", "expires future 90 days"),
        "Map" => word(language, "rutor arbetsplatser", "squares workplaces"),
        "Rules" => word(language, "krav regelverk paket", "requirements packs"),
        "Training" => word(language, "kurser kompetens", "courses"),
        "Year" => word(language, "kalender kommande månader lagkrav", "calendar coming months duties"),
        "Event" => {
            word(language, "ringlista larm kris beredskap logg telefon", "call list alarm crisis emergency log phone")
        }
        "Risks" => word(language, "matris riskregister", "matrix register"),
        "Measures" => word(language, "åtgärdsplan försenade kostnad", "plan late cost"),
        "Vulnerability" => {
            word(language, "beroenden bortfall samhällsviktig avbrottstid", "dependencies loss outage vital")
        }
        "Report" => word(language, "risk- och sårbarhetsanalys RSA rubriker", "analysis headings"),
        "Editions" => word(language, "jämför versioner fastställd", "compare versions adopted"),
        "Method" => word(language, "skalor klasser matris", "scales classes matrix"),
        "Data" => {
            word(language, "fil öppna spara exportera påpekanden ändringar", "file open save export issues changes")
        }
        "Share" => word(language, "mottagare kryptera kopia sekretess", "recipient encrypt copy secrecy"),
        "Import" => word(language, "excel csv kalkylblad entra", "excel csv spreadsheet entra"),
        "Round" => word(language, "runda skicka ut svar påminn försenad mejl", "send out answers remind late email"),
        "Plan" => word(language, "omorganisation flytta enheter plan", "reorganisation move units plan"),
        "Changes" => word(language, "svar ta in sammanfoga konflikt", "answer bring in merge conflict"),
        "Verify" => word(language, "kontrollsumma äkta", "checksum genuine"),
        "Start" => word(language, "ny kommun börja", "new municipality begin"),
        "Embedding" => word(language, "bädda in iframe webbplats", "embed iframe site"),
        "About" => word(language, "hjälp version program", "help version program"),
        _ => "",
    }
}

/// Heading of a list that was searched.
pub fn heading(kind: HitKind, language: Language) -> &'static str {
    match kind {
        HitKind::Units => word(language, "Enheter", "Units"),
        HitKind::People => word(language, "Personer", "People"),
        HitKind::Risks => word(language, "Risker", "Risks"),
        HitKind::Measures => word(language, "Åtgärder", "Measures"),
        HitKind::Documents => word(language, "Dokument", "Documents"),
        HitKind::Rules => word(language, "Regler", "Rules"),
    }
}

/// How many were found of how many, beside the heading: `3 av 148`.
pub fn counted(total: u32, all: u32, language: Language) -> String {
    super::numbers::of(total, all, language)
}

/// How many more there are than those that are shown.
pub fn more(number: u32, language: Language) -> String {
    let number = integer(number.into(), language);
    say!(language; "{number} till. Skriv mer för att hitta rätt.", "{number} more. Type more to find the right one.")
}

/// How many were found, for those who do not see the list.
pub fn status(number: u32, find: &str, language: Language) -> String {
    let find = find.trim();
    match number {
        0 => say!(language; "Inget hittades för ”{find}”.", "Nothing was found for “{find}”."),
        1 => word(language, "En träff.", "One result.").to_owned(),
        _ => {
            let number = integer(number.into(), language);
            say!(language; "{number} träffar.", "{number} results.")
        }
    }
}

/// What to do where nothing was found.
pub const fn nothing_what(language: Language) -> &'static str {
    word(
        language,
        "Prova ett annat ord, en del av ett namn eller ett id.",
        "Try another word, part of a name or an id.",
    )
}

/// Says that only a part is searched.
pub fn only_within(name: &str, language: Language) -> String {
    say!(language; "Söker bara i {name}.", "Searching only in {name}.")
}

/// Opens the list of whom to call when a risk comes true.
pub fn event(title: &str, language: Language) -> String {
    say!(language; "Vid händelse: {title}", "In an event: {title}")
}

/// What stands under the name of something that was found.
pub fn note(hit: &HitView, language: Language) -> String {
    match &hit.about {
        HitAbout::Unit { kind, parent, .. } => {
            let kind = words::unit_kind(*kind).one(language);
            match parent {
                Some(parent) => format!("{kind}, {}", parent.say(language)),
                None => kind.to_owned(),
            }
        }
        HitAbout::Person { post: Some((role, named, unit)), substitute, more } => {
            let role = words::role(role, named.as_ref(), Some(unit.kind), language);
            let held = words::post_at(&role, unit.name.say(language), *substitute, language);
            match more {
                0 => held,
                1 => say!(language; "{held} och ett uppdrag till", "{held} and one more post"),
                _ => say!(language; "{held} och {more} uppdrag till", "{held} and {more} more posts"),
            }
        }
        HitAbout::Person { post: None, .. } => word(language, "inget uppdrag", "no post").to_owned(),
        HitAbout::Risk { number: Some(number), .. } => say!(language; "risk nummer {number}", "risk number {number}"),
        HitAbout::Risk { number: None, .. } => {
            word(language, "risk utanför matrisen", "risk outside the matrix").to_owned()
        }
        HitAbout::Measure { against: Some(against), .. } => {
            let against = against.say(language);
            say!(language; "mot {against}", "against {against}")
        }
        HitAbout::Measure { against: None, .. } => word(language, "åtgärd", "measure").to_owned(),
        HitAbout::Document { kind, .. } => words::document(*kind, language).to_owned(),
        HitAbout::Rule { .. } => word(language, "regel", "rule").to_owned(),
    }
}

/// How something that was found stands, in a few words at the end of its line; empty where there is nothing to say.
pub fn aside(hit: &HitView, language: Language) -> String {
    match &hit.about {
        HitAbout::Unit { gaps, .. } if *gaps > 0 => words::GAP.figure(*gaps, language),
        HitAbout::Rule { tally } if tally.gaps() > 0 => words::GAP.figure(tally.gaps(), language),
        HitAbout::Rule { tally } if tally.applicable == 0 => {
            word(language, "berör inget i filen", "applies to nothing in the file").to_owned()
        }
        HitAbout::Measure { stands, .. } => measure(*stands, language).to_owned(),
        HitAbout::Document { state, .. } => words::state(*state, language).to_owned(),
        HitAbout::Rule { tally } => {
            no_gaps_but(tally, language).unwrap_or_else(|| word(language, "inga avvikelser", "no gaps").to_owned())
        }
        HitAbout::Unit { .. } | HitAbout::Person { .. } | HitAbout::Risk { .. } => String::new(),
    }
}

/// How a measure stands, in a word.
const fn measure(stands: MeasureStands, language: Language) -> &'static str {
    match stands {
        MeasureStands::Overdue => word(language, "försenad", "late"),
        MeasureStands::Remaining => word(language, "återstår", "remains"),
        MeasureStands::Done => word(language, "klar", "done"),
        MeasureStands::Cancelled => word(language, "avbruten", "cancelled"),
    }
}
