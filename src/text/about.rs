//! What is computed and how, privacy, licences and the accessibility statement.

use super::shell::labels;
use super::word;
use crate::coverage::State;
use crate::organisation::value::Language;

labels! {
    /// The page's verdict.
    headline: "Allt räknas här, i din webbläsare.", "Everything is computed here, in your browser.";
    /// The paragraph under the headline.
    after: "Ombud läser en fil om kommunens säkerhetsorganisation och svarar på två frågor: följs reglerna för säkerhetsorganisationen, och vilka risker är störst? Ingenting skickas någonstans.",
        "Ombud reads a file about a municipality’s security organisation and answers two questions: are the rules for the security organisation met, and which risks come first? Nothing is sent anywhere.";
    /// Heading of coverage.
    coverage: "Så kontrolleras reglerna", "How the rules are checked";
    /// Heading of risks.
    risks: "Så ordnas riskerna", "How the risks are put in order";
    /// Heading of the limits.
    limits: "Vad resultatet inte säger", "What the result does not say";
    /// Heading of privacy.
    privacy: "Integritet", "Privacy";
    /// Heading of versions.
    versions: "Version och kontrollsummor", "Version and checksums";
    /// Lead of versions.
    versions_lead: "Två personer som ser samma kontrollsummor och samma dag ser samma resultat.",
        "Two people who see the same checksums and the same day see the same result.";
    /// Label of the version.
    version: "Ombud", "Ombud";
    /// Label of the format.
    format: "Filformat", "File format";
    /// Label of the file's hash.
    file_hash: "Filens kontrollsumma (SHA-256)", "Checksum of the file (SHA-256)";
    /// Label of the rules' hash.
    rules_hash: "Reglernas kontrollsumma (SHA-256)", "Checksum of the rules (SHA-256)";
    /// Said where no file is open.
    no_file: "ingen fil är öppen", "no file is open";
    /// Heading of licences.
    licences: "Licenser", "Licences";
    /// Heading of the accessibility statement.
    accessibility: "Tillgänglighetsredogörelse", "Accessibility statement";
    /// Heading of how to report faults.
    report: "Rapportera tillgänglighetsproblem", "Report accessibility problems";
    /// Heading of how it was tested.
    tested: "Så har sidan prövats", "How the page was tested";
}

/// What each state means, in a sentence.
pub const fn state(state: State, language: Language) -> &'static str {
    match state {
        State::Met => word(
            language,
            "Regeln är uppfylld i dag och i minst 90 dagar till.",
            "The rule is met today and for at least 90 days more.",
        ),
        State::Expiring => word(
            language,
            "Regeln är uppfylld i dag, men inte hela de närmaste 90 dagarna om inget ändras.",
            "The rule is met today, but not throughout the next 90 days unless something changes.",
        ),
        State::Missing => word(language, "Det som regeln kräver finns inte.", "What the rule requires is missing."),
        State::Broken => {
            word(language, "Något finns som regeln inte tillåter.", "There is something that the rule does not allow.")
        }
        State::Unknown => word(
            language,
            "Uppgifter saknas. Det räknas varken som bra eller som dåligt.",
            "Information is missing. That counts neither as good nor as bad.",
        ),
        State::Accepted => word(
            language,
            "Regeln är inte uppfylld, men avvikelsen är accepterad. I filen står av vem och varför.",
            "The rule is not met, but the gap has been accepted. The file states by whom and why.",
        ),
    }
}

/// The paragraphs of a part of the page, in the order they stand.
pub const fn coverage_text(language: Language) -> [&'static str; 3] {
    match language {
        Language::Swedish => [
            "Varje regel är en mening ur kommunens riktlinje, skriven som data. Den prövas för allt den gäller: varje arbetsplats, varje förvaltning, varje person i en roll. Datumet som gäller står överst på sidan och kan bytas.",
            "Ett förordnande gäller från och med sin första dag till och med sin sista. Ett uppdrag utan person är vakant. En ersättare räknas inte som innehavare.",
            "Samma fil ger samma resultat på samma dag, i vilken ordning den än är skriven. Varje avvikelse visar regeln, meningen den kommer ur, vad som granskades och vad som skulle ändra resultatet.",
        ],
        Language::English => [
            "Each rule is a sentence of the municipality’s guideline, written as data. It is checked for all it applies to: every workplace, every department, every person in a role. The date that applies stands at the top of the page and can be changed.",
            "An appointment runs from its first day up to and including its last. A post without a person is vacant. A substitute does not count as a holder.",
            "The same file gives the same result on the same day, in whatever order it is written. Each finding shows the rule, the sentence it comes from, what was looked at and what would change the result.",
        ],
    }
}

/// How risks are put in order.
pub const fn risks_text(language: Language) -> [&'static str; 3] {
    match language {
        Language::Swedish => [
            "Klassen slås upp i kommunens egen matris. Ingenting multipliceras. Den allvarligaste dimensionen avgör och nämns vid namn; är bedömningen ett spann blir klassen också ett spann.",
            "Inom en klass kommer den risk först vars nivåer ger högst summa, därefter den som är mest osäker. Risker som inte går att skilja åt delar plats, och det visas.",
            "Risker som inte är bedömda, inte går att bedöma eller är antagonistiska står utanför matrisen. De räknas varken som låga eller höga.",
        ],
        Language::English => [
            "The class is looked up in the municipality’s own matrix. Nothing is multiplied. The worst dimension decides and is named; where the assessment is a range, so is the class.",
            "Within a class, the risk whose levels add up to most comes first, then the one that is most uncertain. Risks that are equal in all this share a place, and that is shown.",
            "Risks that are not assessed, not assessable or antagonistic stand outside the matrix. They count neither as low nor as high.",
        ],
    }
}

/// Says that the page stands in a frame of another site.
pub const fn framed(language: Language) -> &'static str {
    word(
        language,
        "Sidan visas just nu i en ram på en annan webbplats. Därför går det inte att ändra något här. Öppna sidan i en egen flik för att göra det.",
        "The page is shown in a frame on another site. Nothing can therefore be changed here. Open the page in a tab of its own to do so.",
    )
}

/// Says that any site may show the page in a frame, and who can mend that.
pub const fn frames_anyone(language: Language) -> &'static str {
    word(
        language,
        "Vilken webbplats som helst kan visa sidan i en ram, eftersom servern inte skickar den rubrik som begränsar det. Den som driver webbplatsen behöver lägga till frame-ancestors i Content-Security-Policy. I en ram på en annan webbplats går det inte att ändra något i filen.",
        "Any site can show the page in a frame, since the server does not send the header that limits it. The people who run the site need to add frame-ancestors to Content-Security-Policy. In a frame on another site nothing in the file can be changed.",
    )
}

/// What must not be read into the answer.
pub const fn limits_text(language: Language) -> [&'static str; 3] {
    match language {
        Language::Swedish => [
            "Matrisen rangordnar risker. Den är inte ett underlag för att fördela resurser: nivåerna är grova, och två risker i samma ruta kan skilja sig mycket åt.",
            "Resultatet gäller det som står i filen. Det säger inget om hur väl ett uppdrag sköts.",
            "Uppgifter som rör Sveriges säkerhet hör inte hemma i filen, och att dölja något på skärmen är inte sekretess.",
        ],
        Language::English => [
            "The matrix ranks risks. It is not a basis for allocating resources: the levels are coarse, and two risks in one cell can differ a great deal.",
            "The result is about what the file says. It says nothing about how well a duty is carried out.",
            "Information that concerns national security does not belong in the file, and hiding something on the screen is not secrecy.",
        ],
    }
}

/// What happens to what the reader opens.
pub const fn privacy_text(language: Language) -> [&'static str; 3] {
    match language {
        Language::Swedish => [
            "Filen du öppnar läses i webbläsaren och lämnar den inte. Sidan har ingen statistik, inga kakor och hämtar inget från andra webbplatser; en säkerhetspolicy i sidan hindrar webbläsaren från att göra det.",
            "Det du ändrar sparas i webbläsaren på den här datorn, tillsammans med filen du ändrade, tills du har sparat det i en fil eller tar bort det under Data. Andra som använder samma konto på datorn kan komma åt det. Väljer du språk eller utseende, eller säger vad du kallar dig i filers historik, minns webbläsaren det också, liksom vad rubrikerna i kalkylblad du har importerat betydde.",
            "Den som driver webbplatsen kan se att sidan har hämtats, men inte vad du öppnar i den.",
        ],
        Language::English => [
            "The file you open is read in the browser and does not leave it. The page has no analytics, no cookies and fetches nothing from other sites; a security policy in the page keeps the browser from doing so.",
            "What you change is kept in the browser on this computer, together with the file you changed, until you have saved it to a file or delete it under Data. Others who use the same account on the computer can reach it. If you choose a language or an appearance, or say what you call yourself in the history of files, the browser remembers that too, as it does what the headings of sheets you have imported meant.",
            "The people who run the site can see that the page was fetched, but not what you open in it.",
        ],
    }
}

/// The licences of the program and of what it is written with.
pub const fn licences_text(language: Language) -> [&'static str; 1] {
    [word(
        language,
        "Ombud är öppen källkod under MIT-licensen. Programmet är skrivet i Rust med Leptos och andra bibliotek under MIT- eller Apache 2.0-licens.",
        "Ombud is open source under the MIT licence. It is written in Rust with Leptos and other libraries under the MIT or Apache 2.0 licence.",
    )]
}

/// The accessibility statement.
pub const fn accessibility_text(language: Language) -> [&'static str; 2] {
    match language {
        Language::Swedish => [
            "Den kommun som har lagt upp sidan ansvarar för den enligt lagen (2018:1937) om tillgänglighet till digital offentlig service. Sidan är byggd för att följa EN 301 549 och WCAG 2.2 på nivå AA. Vi känner inte till några delar som inte gör det.",
            "Färg bär aldrig ensam ett besked, allt går att nå med tangentbordet, sidan går att förstora till 400 procent och att skriva ut i gråskala. Kartan över arbetsplatser finns också som lista under Organisation.",
        ],
        Language::English => [
            "The municipality that has put this page up answers for it under the Swedish act (2018:1937) on accessibility of digital public services. The page is built to follow EN 301 549 and WCAG 2.2 at level AA. We know of no part that does not.",
            "Colour never carries a message alone, everything can be reached with the keyboard, the page can be enlarged to 400 per cent and printed in grey. The map of workplaces is also there as a list under Organisation.",
        ],
    }
}

/// How to report faults.
pub const fn report_text(language: Language) -> [&'static str; 2] {
    match language {
        Language::Swedish => [
            "Hittar du något som inte fungerar för dig, kontakta kommunen på det sätt som står på dess webbplats och säg vilken sida det gäller. Du kan begära att få innehållet på ett annat sätt.",
            "Är du inte nöjd med svaret kan du anmäla det till den myndighet som har tillsyn över lagen om tillgänglighet till digital offentlig service.",
        ],
        Language::English => [
            "If you find something that does not work for you, contact the municipality in the way its website says and name the page it is about. You can ask for the content in another way.",
            "If you are not content with the answer, you can report it to the authority that supervises the act on accessibility of digital public services.",
        ],
    }
}

/// How the page was tested, and when the statement was written.
pub const fn tested_text(language: Language) -> [&'static str; 2] {
    match language {
        Language::Swedish => [
            "Varje sida prövas vid varje ändring automatiskt mot WCAG 2.2 AA i ljust och mörkt utseende och med enbart tangentbord. Det är en självskattning; ingen utomstående granskning är gjord.",
            "Redogörelsen upprättades den 22 november 2026.",
        ],
        Language::English => [
            "At every change each page is tested automatically against WCAG 2.2 AA in light and dark and with the keyboard alone. This is a self-assessment; no review by others has been made.",
            "The statement was drawn up on 22 November 2026.",
        ],
    }
}
