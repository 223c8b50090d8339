//! A view in a page of others, and how it comes there.

use super::shell::labels;
use crate::organisation::value::Language;

labels! {
    /// Leads out of the page around to the whole of this one.
    whole: "Öppna i Ombud", "Open in Ombud";
    /// Nothing is there yet.
    waits: "Väntar på uppgifter från sidan runt om …", "Waiting for data from the page around this …";
    /// Heading of the page that writes the snippet.
    heading: "Visa på en annan webbplats", "Show on another site";
    /// What embedding is for.
    lead: "En vy av Ombud kan visas på intranätet eller en annan sida. Uppgifterna räknas i läsarens webbläsare också där.",
        "A view of Ombud can be shown on the intranet or another page. Everything is computed in the reader’s browser there too.";
    /// Label: what is shown.
    view: "Vy", "View";
    /// The page from which one came.
    this_page: "Sidan du kom från", "The page you came from";
    /// The view of the situation picture.
    overview: "Lägesbild", "Overview";
    /// The view of the map.
    map: "Karta över arbetsplatserna", "Map of workplaces";
    /// The view of units.
    unit: "Enheterna", "The units";
    /// The view of the matrix.
    matrix: "Riskmatris", "Risk matrix";
    /// The view of contact cards.
    card: "Kontaktkort", "Contact cards";
    /// The view of the risk management group.
    group: "Riskhanteringsgruppen", "The risk management group";
    /// Heading: the element.
    element: "Som element", "As an element";
    /// What the element does, and where to paste it.
    element_lead: "Klistra in i sidans HTML. Vyn blir så hög som det den visar, och sidan kan tala med den.",
        "Paste into the page’s HTML. The view becomes as high as what it shows, and the page can talk with it.";
    /// Heading: the frame.
    frame: "Som ram", "As a frame";
    /// What the frame does, and where it suits.
    frame_lead: "Där skript inte får läggas till, som i många publiceringsverktyg. Höjden väljer du själv.",
        "Where no script may be added, as in many publishing tools. You choose the height.";
    /// Copies what is in the field.
    copy: "Kopiera", "Copy";
    /// Said when a text has been copied.
    copied: "Kopierat", "Copied";
    /// Opens the view alone.
    alone: "Se vyn för sig", "See the view by itself";
    /// Who must allow it.
    allowed: "Den som driver Ombud anger i config.json och i serverns svarshuvuden vilka webbplatser som får visa det; hur står i docs/hosting.md.",
        "The people who run Ombud name in config.json and in the server’s headers which sites may show it; docs/hosting.md says how.";
}
