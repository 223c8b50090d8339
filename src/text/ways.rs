//! Where to go on from a page, and what for.

use super::shell::labels;
use super::word;
use crate::organisation::value::Language;

labels! {
    /// Name of the ways on, for those who do not see where they stand.
    onwards: "Vidare", "Onwards";
}

/// What a page is gone to for: of the kind of page with this name.
pub fn purpose(kind: &str, language: Language) -> &'static str {
    match kind {
        "Overview" => word(language, "hela läget på en sida.", "the whole situation on one page."),
        "Organisation" => {
            word(language, "alla enheter, och vad som saknas var.", "all units, and what is missing where.")
        }
        "People" => word(
            language,
            "vem som har vilka uppdrag, och hur de nås.",
            "who holds which posts, and how to reach them.",
        ),
        "Coordinators" => word(language, "vem som samordnar varje förvaltning.", "who coordinates each department."),
        "Representatives" => word(language, "vem som är ombud på varje arbetsplats.", "who represents each workplace."),
        "Cards" => word(language, "ett att sätta upp på varje arbetsplats.", "one to put up at each workplace."),
        "Group" => word(language, "gruppens platser, möten och frågor.", "the group’s seats, meetings and questions."),
        "Contact" => word(language, "vart var och en vänder sig.", "whom anyone turns to."),
        "Coverage" => word(
            language,
            "vilka regler som inte är uppfyllda, och vad som kan göras.",
            "which rules are not met, and what can be done.",
        ),
        "Forecast" => word(language, "vad som går ut om inget görs.", "what expires if nothing is done."),
        "Map" => word(language, "varje arbetsplats som en ruta.", "every workplace as a square."),
        "Rules" => word(language, "vad som krävs, och var det står.", "what is required, and where it is written."),
        "Training" => word(language, "vem som behöver vilken utbildning.", "who needs which training course."),
        "Year" => word(language, "vad som infaller månad för månad.", "what falls due month by month."),
        "Event" => word(language, "vilka som ska ringas när något händer.", "whom to call when something happens."),
        "Risks" => word(language, "matrisen och registret.", "the matrix and the register."),
        "Measures" => word(
            language,
            "vad som görs åt riskerna, och vad som är försenat.",
            "what is done about the risks, and what is late.",
        ),
        "Vulnerability" => {
            word(language, "vad som stannar om något faller bort.", "what stops when something is lost.")
        }
        "Report" => word(language, "analysen som ett dokument.", "the analysis as a document."),
        "Editions" => word(language, "vad som har ändrats sedan sist.", "what has changed since last time."),
        "Method" => word(language, "hur risker bedöms.", "how risks are assessed."),
        "Data" => word(language, "öppna, spara och exportera filen.", "open, save and export the file."),
        "Share" => word(
            language,
            "en kopia med bara det som mottagaren får se.",
            "a copy with only what the recipient may see.",
        ),
        "Import" => word(language, "ta in kalkylblad och register.", "bring in spreadsheets and registers."),
        "Round" => word(
            language,
            "be alla gå igenom sin del, och se vilka som har svarat.",
            "ask everyone to check their part, and see who has answered.",
        ),
        "Plan" => word(
            language,
            "pröva en omorganisation innan den görs i filen.",
            "try out a reorganisation before it is made in the file.",
        ),
        "Changes" => {
            word(language, "se och ta in det som andra har ändrat.", "see and bring in what others have changed.")
        }
        "Verify" => {
            word(language, "om filen är den som den sägs vara.", "whether the file is the one it is said to be.")
        }
        "About" => word(language, "vad som räknas och hur.", "what is computed and how."),
        _ => "",
    }
}
