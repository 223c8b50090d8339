//! The page for those who have no file yet.

use super::shell::labels;
use super::{say, word};
use crate::organisation::letters::latin as letters;
use crate::organisation::value::Language;

labels! {
    /// Heading of the page.
    heading: "Skapa en ny fil", "Create a new file";
    /// What the page is for.
    lead: "Skriv vad kommunen heter och vilka delar den har, så blir det en fil att fortsätta med. Sedan tar du in arbetsplatser och personer från de kalkylblad som redan finns.",
        "Say what the municipality is called and which parts it has, and that becomes a file to go on with. Then bring in workplaces and people from the spreadsheets you already have.";
    /// Heading of the form.
    first: "1. Kommunen och dess delar", "1. The municipality and its parts";
    /// Label: the municipality's name.
    name: "Kommunens namn (måste anges)", "Name of the municipality (required)";
    /// Label: the unit that leads the work.
    security_unit: "Enheten som leder säkerhetsarbetet", "The unit that leads the security work";
    /// The name that such a unit usually has.
    security_unit_name: "Säkerhetsenheten", "Security unit";
    /// Label: the departments.
    departments: "Förvaltningar, en per rad", "Departments, one per line";
    /// Examples of departments, one to a line.
    departments_hint: "Barn- och utbildningsförvaltningen\nSocialförvaltningen", "Children and education\nSocial services";
    /// Label: the companies.
    companies: "Bolag, ett per rad", "Companies, one per line";
    /// Examples of companies, one to a line.
    companies_hint: "Bostadsbolaget AB", "Housing company";
    /// Label: the risk management group.
    group: "Riskhanteringsgruppen heter", "The risk management group is called";
    /// The name that such a unit usually has.
    group_name: "Riskhanteringsgruppen", "Risk management group";
    /// Label: the external parties.
    parties: "Externa parter i gruppen, en per rad", "External parties of the group, one per line";
    /// Makes the file.
    make: "Skapa filen", "Create the file";
    /// Where the file is.
    kept: "Filen finns bara i den här webbläsaren tills du sparar den.", "The file is in this browser only, until you save it.";
    /// Heading of what comes next.
    next: "2. Sedan", "2. Then";
    /// Step: bring in the workplaces.
    workplaces: "Ta in arbetsplatserna, med förvaltning och gärna ombud, från ett kalkylblad eller genom att klistra in dem.",
        "Bring in the workplaces, with their department and preferably representative, from a spreadsheet or by pasting them.";
    /// Step: bring in the people.
    people: "Ta in personerna, till exempel användarlistan från Entra.", "Bring in the people, for instance the list of users from Entra.";
    /// Step: fill the posts that are vacant.
    appoint: "Gå igenom vad som saknas och tillsätt uppdragen.", "Go through what is missing, and fill the posts.";
    /// Step: enter and assess the risks.
    risks: "Lägg in riskerna och bedöm dem.", "Enter the risks and assess them.";
    /// Step: save the file.
    save: "Spara filen där du brukar spara det som är viktigt.", "Save the file where you usually save what matters.";
    /// Leads to imports.
    to_import: "Till importen", "To the import";
    /// Leads to coverage.
    to_coverage: "Till uppföljningen", "To compliance";
    /// Leads to the risks.
    to_risks: "Till riskerna", "To the risks";
    /// Leads to the open file.
    to_data: "Till data", "To data";
    /// Leads to the page that begins a new file.
    go: "Ingen fil än? Skapa en ny", "No file yet? Create one";
}

/// The parties that usually take part.
pub const fn usual_parties(language: Language) -> [&'static str; 2] {
    [word(language, "Polisen", "The police"), word(language, "Räddningstjänsten", "The fire and rescue service")]
}

/// What the file of a municipality is called.
pub fn file_name(municipality: &str) -> String {
    let plain: String = municipality.chars().filter(|c| letters::is_plain(*c) || matches!(c, ' ' | '-')).collect();
    match plain.trim() {
        "" => "organisation.json".to_owned(),
        plain => format!("{}.json", plain.replace(' ', "-")),
    }
}

/// How many units there are.
pub fn has_units(count: &str, language: Language) -> String {
    say!(language; "Filen har {count} enheter.", "The file has {count} units.")
}

/// How many people there are.
pub fn has_people(count: &str, language: Language) -> String {
    say!(language; "Filen har {count} personer.", "The file has {count} people.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_after_the_municipality() {
        assert_eq!(file_name("Östra Exempels kommun"), "Östra-Exempels-kommun.json");
        assert_eq!(file_name("../"), "organisation.json");
    }
}
