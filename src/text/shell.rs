//! What stands around every page: the header, the navigation, the footer, and what is said while a file is opened or
//! when it cannot be.

use super::numbers::{bytes, date};
use super::{say, word};
use crate::organisation::value::{Date, Language};

/// Words that take no data: labels, headings, buttons.
macro_rules! labels {
    ($( $(#[$doc:meta])* $name:ident: $sv:literal, $en:literal; )*) => {
        $( $(#[$doc])* pub const fn $name(language: Language) -> &'static str {
            $crate::text::word(language, $sv, $en)
        } )*
    };
}
pub(super) use labels;

labels! {
    /// Leads to the page that writes what another site needs to show this page.
    on_another_site: "Visa på en annan webbplats", "Show on another site";
    /// Brings out what changes the file on a page that is read.
    edit: "Redigera", "Edit";
    /// The situation picture, in the navigation.
    overview: "Lägesbild", "Overview";
    /// Units, in the navigation.
    organisation: "Organisation", "Organisation";
    /// Rules and findings, in the navigation.
    coverage: "Uppföljning", "Compliance";
    /// The matrix and the register, in the navigation.
    risks: "Risker", "Risks";
    /// Vital functions and what they depend on, in the navigation.
    vulnerability: "Sårbarhet", "Vulnerability";
    /// The report of the analysis, in the navigation.
    report: "Rapport", "Report";
    /// The page of plans, in the navigation.
    plan: "Planer", "Plans";
    /// The page of rounds, in the navigation.
    round: "Avstämning", "Review round";
    /// Verifying a file, in the navigation.
    verify: "Kontrollera", "Verify";
    /// While something happens, in the navigation.
    event: "Händelse", "Event";
    /// The tree of units, in the navigation.
    units: "Enheter", "Units";
    /// Opens the search.
    search: "Sök", "Search";
    /// People, in the navigation.
    people: "Personer", "People";
    /// The security unit, in the navigation.
    security_unit: "Säkerhetsenheten", "Security unit";
    /// The security coordinators, in the navigation.
    coordinators: "Säkerhetssamordnare", "Security coordinators";
    /// The security representatives, in the navigation.
    representatives: "Säkerhetsombud", "Security representatives";
    /// The security coordinators, among the pages beside theirs.
    coordinators_tab: "Samordnare", "Coordinators";
    /// The security representatives, among the pages beside theirs.
    representatives_tab: "Ombud", "Representatives";
    /// The risk management group, in the navigation.
    group: "Riskhanteringsgruppen", "Risk management group";
    /// Whom anyone turns to, in the navigation.
    contact: "Kontakt", "Contact";
    /// Findings, in the navigation.
    findings: "Avvikelser", "Findings";
    /// The coming year, in the navigation.
    forecast: "Prognos", "Forecast";
    /// Every workplace as a cell, in the navigation.
    map: "Karta", "Map";
    /// Rules, in the navigation.
    rules: "Regler", "Rules";
    /// Measures, in the navigation.
    measures: "Åtgärder", "Measures";
    /// What risks are judged by, in the navigation.
    method: "Metod", "Method";
    /// Trainings, in the navigation.
    training: "Utbildning", "Training";
    /// The duties of the year, in the navigation.
    year: "Årshjul", "Year";
    /// Analyses as they were adopted, in the navigation.
    editions: "Utgåvor", "Editions";
    /// In place of the hash of a file with unsaved changes.
    unsaved_file: "med osparade ändringar", "with unsaved changes";
    /// Label of the part that is looked at.
    within: "Visar", "Showing";
    /// All of the organisation.
    whole: "Hela kommunen", "The whole municipality";
    /// The open file, in the navigation.
    data: "Data", "Data";
    /// What is computed and how, in the navigation.
    about: "Om", "About";
    /// No page has the address, as a title.
    not_found: "Sidan finns inte", "No such page";
    /// What to do when no page has the address.
    not_found_what: "Adressen leder inte till någon sida. Den kan vara felskriven.",
        "The address leads to no page. It may be misspelt.";
    /// Leads from a page that is not found to the overview.
    to_overview: "Till lägesbilden", "To the overview";
    /// The code of a page could not be fetched.
    page_absent: "Sidan kunde inte hämtas", "The page could not be fetched";
    /// What to do when the code of a page could not be fetched.
    page_absent_what: "Kontrollera anslutningen och försök igen. Hjälper inte det kan webbplatsen ha fått en ny version: ladda då om sidan.",
        "Check the connection and try again. If that does not help, the site may have a new version: then reload the page.";
    /// The list of whom to call, one press away on every page.
    in_an_event: "Vid händelse", "In an event";
    /// Opens the navigation where there is no room for it.
    menu: "Meny", "Menu";
    /// Puts that navigation away.
    close_menu: "Stäng", "Close";
    /// Stands after the name that opens the menu of the file.
    file_menu: "fil och inställningar", "file and settings";
    /// Leads to where a file is opened and saved.
    open_and_save: "Öppna, spara, exportera", "Open, save, export";
    /// Leads to what is computed and how.
    about_product: "Om Ombud", "About Ombud";
    /// Stands before the day and the part, for those who do not see where they stand.
    lens: "Datum och del:", "Date and part:";
    /// Name of the navigation.
    navigation: "Sidor", "Pages";
    /// Skips the header.
    skip: "Hoppa till innehållet", "Skip to the content";
    /// Label of the day.
    as_of: "Läget den", "As of";
    /// Switches to the other language, in that language.
    other_language: "In English", "På svenska";
    /// Prints the page.
    print: "Skriv ut", "Print";
    /// Label of the theme.
    theme: "Utseende", "Appearance";
    /// The system's theme.
    theme_system: "Som systemet", "As the system";
    /// The light theme.
    theme_light: "Ljust", "Light";
    /// The dark theme.
    theme_dark: "Mörkt", "Dark";
    /// The promise of the footer.
    promise: "Allt räknas i din webbläsare. Ingenting skickas.",
        "Everything is computed in your browser. Nothing is sent.";
    /// Shown while nothing is open yet.
    loading: "Läser in …", "Loading …";
    /// A load is under way: the file is on its way.
    fetching: "Hämtar filen", "Fetching the file";
    /// A load is under way: the file is being read.
    reading: "Läser filen", "Reading the file";
    /// Stops a load.
    cancel: "Avbryt", "Cancel";
    /// Puts a message away.
    dismiss: "Stäng", "Dismiss";
    /// Tries again what has failed.
    again: "Försök igen", "Try again";
    /// Chooses a file.
    choose: "Välj en fil", "Choose a file";
    /// Chooses another file.
    choose_other: "Välj en annan fil", "Choose another file";
    /// Shown while a file hangs over the page.
    drop_here: "Släpp filen för att öppna den", "Drop the file to open it";
    /// What dropping a file means.
    drop_what: "Den läses här i webbläsaren och skickas ingenstans.",
        "It is read here in the browser and sent nowhere.";
    /// What to do after a load was stopped.
    cancelled: "Ingen fil är öppen. Försök igen eller välj en annan.", "No file is open. Try again or choose another.";
    /// The engine failed.
    engine_failed: "Beräkningen har stannat. Försök igen. Ladda om sidan om det inte hjälper.",
        "The calculation has stopped. Try again. If that does not help, reload the page.";
    /// An address on another site.
    elsewhere: "Filens adress leder till en annan webbplats. Sidan öppnar bara filer som ligger bredvid den.",
        "The address of the file leads to another site. This page only opens files that lie beside it.";
    /// No answer from the network.
    no_network: "Det gick inte att nå filen. Kontrollera anslutningen.",
        "The file could not be reached. Check the connection.";
}

/// Says that the reader stopped a load.
pub fn stopped(name: &str, language: Language) -> String {
    say!(language; "Inläsningen av {name} avbröts", "The load of {name} was cancelled")
}

/// Says that a file could not be opened.
pub fn not_opened(name: &str, language: Language) -> String {
    say!(language; "Filen {name} kunde inte öppnas", "The file {name} could not be opened")
}

/// Says that what was open still is.
pub fn still_open(name: &str, language: Language) -> String {
    say!(language; "{name} är fortfarande öppen.", "{name} is still open.")
}

/// Why a file could not be fetched: an HTTP status, or another word for no answer at all.
pub fn not_fetched(why: &str, language: Language) -> String {
    match why {
        "404" | "410" => word(language, "Filen finns inte på servern.", "The file is not on the server.").to_owned(),
        _ if !why.is_empty() && why.bytes().all(|byte| byte.is_ascii_digit()) => {
            say!(language; "Servern svarade med status {why}.", "The server answered with status {why}.")
        }
        "file" => word(
            language,
            "Webbläsaren fick inte läsa filen. Den kan ha flyttats eller ändrats sedan den valdes.",
            "The browser was not allowed to read the file. It may have been moved or changed since it was chosen.",
        )
        .to_owned(),
        _ => no_network(language).to_owned(),
    }
}

/// What is being loaded.
pub fn loading_file(name: &str, language: Language) -> String {
    say!(language; "Läser in {name}", "Loading {name}")
}

/// How much of a file has come: `34 MB av 145 MB`.
pub fn so_far(done: u64, total: u64, language: Language) -> String {
    let (done, total) = (bytes(done, language), bytes(total, language));
    say!(language; "{done} av {total}", "{done} of {total}")
}

/// Goes back to the file's own day.
pub fn back_to(day: Date, language: Language) -> String {
    let day = date(day, language);
    say!(language; "Åter till {day}", "Back to {day}")
}

/// The file, the rules and the program, for the footer.
pub fn versions(file: &str, rules: &str, version: &str, language: Language) -> String {
    let (file, rules) = (short_hash(file), short_hash(rules));
    say!(language; "Fil {file} · regler {rules} · Ombud {version}", "File {file} · rules {rules} · Ombud {version}")
}

/// The beginning and the end of a hash; dots until it is known.
fn short_hash(hash: &str) -> String {
    if hash.is_empty() {
        return "…".into();
    }
    match (hash.get(..4), hash.len().checked_sub(2).and_then(|at| hash.get(at..))) {
        (Some(start), Some(end)) if hash.len() > 8 && !hash.contains(' ') => format!("{start}…{end}"),
        _ => hash.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    #[test]
    fn a_hash_is_shown_by_its_ends() {
        let said = versions("3f9a0000000000c1", "", "0.1.0", Swedish);
        assert_eq!(said, "Fil 3f9a…c1 · regler … · Ombud 0.1.0");
    }

    #[test]
    fn a_status_is_told_from_no_answer() {
        assert_eq!(not_fetched("404", English), "The file is not on the server.");
        assert_eq!(not_fetched("503", Swedish), "Servern svarade med status 503.");
        assert_eq!(not_fetched("network", English), no_network(English));
    }
}
