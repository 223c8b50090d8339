//! Words of the pages that take no data: labels, headings, buttons, hints, empty states.

use super::super::shell::labels;
use crate::organisation::value::Language;

labels! {
    /// Leads from a finding that is no more to how its rule stands.
    settled_rule: "Regelns läge", "The state of the rule";
    /// In place of a finding that there is not.
    no_such_finding: "Här är ingen avvikelse.", "There is no gap here.";
    /// The reason why there may be no such finding.
    no_such_finding_what: "Den kan vara åtgärdad, gälla en annan dag eller ligga utanför den del som visas.",
        "It may have been fixed, be about another day or lie outside the part that is shown.";
    /// Leads from a finding that is not there to all of them.
    to_findings: "Visa avvikelserna", "Show the gaps";
    /// Heading of what was done about a finding that is no more.
    done_here: "Det här är gjort", "What was done";
    /// Heading of the most urgent finding there is now.
    next_finding: "Nästa", "Next";
    /// Heading of the tree.
    units_heading: "Enheter", "Units";
    /// Name of the two ways to see the units.
    seen_as: "Visa som", "Show as";
    /// The units as a tree.
    as_tree: "Träd", "Tree";
    /// Label of the search box.
    find_unit: "Sök enhet", "Find a unit";
    /// Label of the search box for risks.
    find_risk: "Sök risk", "Find a risk";
    /// Hint when nothing fits a search.
    nothing_found: "Ingenting heter så. Pröva en del av namnet.", "Nothing has that name. Try part of it.";
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
    email: "E-post", "Email";
    /// Label of a telephone number.
    phone: "Telefon", "Phone";
    /// Label of a web address.
    web: "Webb", "Web";
    /// Label of a street address.
    address: "Adress", "Address";
    /// Label of the part of the municipality.
    area: "Område", "Area";
    /// Label of the number of employees.
    employees: "Anställda", "Employees";
    /// Label of free words.
    tags: "Etiketter", "Tags";
    /// Said when the file has no way to reach a unit.
    no_contact: "Det framgår inte hur enheten nås.", "There is no information on how to reach the unit.";
    /// Heading of findings at a unit.
    findings: "Avvikelser", "Findings";
    /// Said where a unit has no findings.
    no_findings_here: "Inga avvikelser på just den här enheten.", "No gaps at this unit itself.";
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
    /// Heading of the rules.
    rules: "Reglerna", "The rules";
    /// Lead of the rules.
    rules_lead: "Varje regel är en mening ur kommunens egen riktlinje. Välj en regel för att se avvikelserna.",
        "Each rule is a sentence of the municipality’s own guideline. Select one to see its gaps.";
    /// Said when no rule applies.
    no_rules: "Inga regler tillämpas, så det går inte att avgöra om något saknas.",
        "No rules are applied, so it is unclear whether anything is missing.";
    /// Name of the filters.
    filter: "Urval", "Filter";
    /// Filter by rule.
    filter_rule: "Regel", "Rule";
    /// Filter by state.
    filter_state: "Läge", "State";
    /// Filter by severity.
    filter_severity: "Kravnivå", "Requirement level";
    /// Filter by class.
    filter_class: "Klass", "Class";
    /// Choice of a filter that lets everything through.
    all: "Alla", "All";
    /// The whole municipality.
    whole: "Hela organisationen", "The whole organisation";
    /// Clears the filters.
    clear: "Visa alla", "Show all";
    /// Said when no finding fits the filter.
    no_findings: "Ingen avvikelse passar urvalet.", "No finding fits the filter.";
    /// Said where no rule asks anything.
    nothing_asked: "Ingen regel gäller något här.", "No rule is about anything here.";
    /// Where every rule that asks something is met.
    nothing_wrong: "Inga avvikelser. Alla regler är uppfyllda.", "No gaps. All rules are met.";
    /// Opens a finding's own page.
    open_finding: "Öppna för sig", "Open on its own page";
    /// Heading of what the rule asks.
    asks: "Regelns text", "The text of the rule";
    /// Heading of the quoted sentence.
    source: "Källa", "Source";
    /// Said where a rule quotes nothing.
    no_source: "Regeln anger ingen källa.", "The rule names no source.";
    /// Heading of a finding's explanation.
    why: "Varför", "Why";
    /// Before the unit that a finding is at.
    at: "Gäller", "At";
    /// Heading of what was looked at.
    looked_at: "Vad som granskades", "What was looked at";
    /// Heading of what would change the finding.
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
    no_matrix: "Filens matris är inte rätt skriven och används inte. På sidan Data står var felet är.",
        "The file’s matrix is malformed and not used. The Data page says where.";
    /// Said when no risk fits the filter.
    no_risks: "Ingen risk passar urvalet.", "No risk fits the filter.";
    /// Said when the file has no risks.
    no_risks_at_all: "Filen har inga risker ännu.", "The file has no risks yet.";
    /// Heading of what stands beside the matrix.
    beside_matrix: "Utanför matrisen", "Outside the matrix";
    /// Column of places.
    place: "Nr", "No.";
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
    levels: "Bedömningen", "The assessment";
    /// Heading of sensitivity.
    sensitivity: "Vad som ändrar klassen", "What changes the class";
    /// Heading of ties.
    ties: "Delar plats med", "Shares its place with";
    /// Heading of a risk's facts.
    facts: "Om risken", "About the risk";
    /// Heading of the motive.
    motive: "Motivering", "Rationale";
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
    outage: "Acceptabel avbrottstid", "Acceptable outage";
    /// Label of the owner.
    owner: "Ansvarig", "Owner";
    /// Label of the last review.
    reviewed: "Senast genomgången", "Last reviewed";
    /// Label of the treatment.
    treatment: "Hantering", "Treatment";
    /// Label of the status.
    status: "Status", "Status";
    /// Label of the scenario kind.
    scenario: "Händelsetyp", "Type of event";
    /// Label of the units.
    units: "Enheter", "Units";
    /// Label of the due day.
    due: "Klar senast", "Due";
    /// Label of a measure.
    measure: "Åtgärd", "Measure";
    /// Where a risk stands with nothing done.
    inherent: "Bedömd", "Assessed";
    /// Where a risk stands now.
    current: "Nu, med det som är gjort", "Now, with what has been done";
    /// Where a risk should come to stand.
    target: "Mål", "Target";
    /// Heading of where a risk stands and should stand.
    positions: "Bedömd, nu och mål", "Assessed, now and target";
    /// What the cells of the matrix lead to.
    matrix_hint: "Välj en ruta för att se riskerna i den.", "Choose a cell to see the risks in it.";
    /// Marks this risk's cell.
    here: "här", "here";
    /// Mark of where the risk stands now, in a cell of the matrix.
    pin_current: "nu", "now";
    /// Mark of where the risk should come to stand, in a cell of the matrix.
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
