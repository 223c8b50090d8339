//! The page of the method: the matrices, what to mind about them, and what a change of method does.

use super::super::numbers::{and, capital, integer};
use super::super::overview::Sentence;
use super::super::shell::labels;
use super::super::{say, word, words};
use crate::engine::view::{LostView, MethodEntry, MethodPreview, MethodsView, StandView};
use crate::organisation::number::saturating;
use crate::organisation::problem::AdviceKind;
use crate::organisation::value::{Label, Language};

labels! {
    /// Title of the page.
    title: "Metod", "Method";
    /// The matrices to choose among.
    matrices: "Matriser i filen", "Matrices of the file";
    /// What to mind about the matrix.
    checks: "Att se över", "To review";
    /// There is nothing.
    nothing: "Inget att se över: alla klasser används, ingen klass sjunker när en nivå stiger, och nivåerna möts.", "Nothing to review: all classes are used, none falls as a level rises, and the levels meet.";
    /// A cell that is pointed out.
    marked_cell: "utpekad ruta", "cell pointed out";
    /// Points out the cells that the advice is about.
    show_cells: "Visa rutorna", "Show the cells";
    /// The scales of the matrix.
    scales: "Skalor", "Scales";
    /// The classes of the matrix.
    classes: "Klasser", "Classes";
    /// A class's letter.
    letter: "Bokstav", "Letter";
    /// What a class demands.
    demands: "Kräver", "Requires";
    /// Heading of a column: the level.
    level: "Nivå", "Level";
    /// A level's bounds.
    bounds: "Gränser", "Bounds";
    /// What a level means.
    description: "Innebörd", "Meaning";
    /// A name in Swedish.
    name_sv: "Namn", "Name in Swedish";
    /// A name in English.
    name_en: "Namn på engelska", "Name in English";
    /// A meaning in Swedish.
    description_sv: "Innebörd", "Meaning in Swedish";
    /// A meaning in English.
    description_en: "Innebörd på engelska", "Meaning in English";
    /// A demand in Swedish.
    demands_sv: "Kräver", "Requires, in Swedish";
    /// A demand in English.
    demands_en: "Kräver, på engelska", "Requires, in English";
    /// A lower bound.
    above: "Mer än", "More than";
    /// An upper bound.
    up_to: "Högst", "At most";
    /// What bounds count.
    unit: "Enhet för gränserna", "Unit of the bounds";
    /// Begins to edit.
    edit: "Ändra metoden", "Change the method";
    /// Adds a level at the top of a scale.
    add_level: "Lägg till en nivå överst", "Add a level at the top";
    /// Adds a class at the top.
    add_class: "Lägg till en klass överst", "Add a class at the top";
    /// Adds a dimension of consequence.
    add_dimension: "Lägg till en dimension", "Add a dimension";
    /// Takes a level, class or dimension away.
    remove: "Ta bort", "Remove";
    /// Shows what the change would do.
    preview: "Se vad det ändrar", "See what it changes";
    /// Leaves the form.
    cancel: "Avbryt", "Cancel";
    /// Heading of the other methods.
    other: "Byt metod", "Another method";
    /// What a change of method means.
    other_lead: "Innan en annan metod börjar gälla visas varje risk som byter klass, inte längre kan placeras eller förlorar en dimension.", "Before another method applies, every risk is shown that moves to another class, can no longer be placed or loses a dimension.";
    /// Methods that come with the product.
    built_in: "Färdiga metoder", "Ready methods";
    /// The method to choose.
    choose: "Metod", "Method";
    /// Puts a method in place of the one shown.
    replace: "I stället för den som visas", "In place of the one shown";
    /// Puts a method beside the others.
    beside: "Utöver de som finns", "Beside those there are";
    /// Libraries of another program.
    library: "Riskmatrisbibliotek (YAML)", "Risk matrix library (YAML)";
    /// What a library of matrices is, and what becomes of it.
    library_lead: "CISO Assistants format. Det i biblioteket som Ombud inte har plats för följer med och skrivs tillbaka.", "The format of CISO Assistant. What the library says and Ombud has no place for is kept and written back.";
    /// Picks a library.
    pick: "Öppna ett bibliotek …", "Open a library …";
    /// Saves a library.
    save: "Spara den som visas som bibliotek", "Save the one shown as a library";
    /// The program of sheets could not be started.
    stopped: "Det gick inte att läsa eller skriva just nu. Försök igen.", "It could not be read or written just now. Try again.";
    /// What the change does.
    what: "Vad bytet gör", "What the change does";
    /// What levels become.
    remap: "Vad nivåerna blir", "What levels become";
    /// How to answer.
    remap_lead: "Ombud gissar inte. En nivå utan motsvarighet tas bort, och risken blir då obedömd i den delen.", "Ombud does not guess. A level without a counterpart is dropped, and that part of the risk becomes unassessed.";
    /// Choice: the level is left behind.
    unsaid: "följer inte med", "does not come along";
    /// Choice: the dimension takes its levels from none.
    from_none: "från ingen", "from none";
    /// Where a dimension takes its levels from.
    takes_from: "tar sina nivåer från", "takes its levels from";
    /// Every level the same number.
    same_numbers: "Samma nummer", "Same numbers";
    /// Takes the change.
    take: "Byt metod", "Change the method";
    /// Risks that are touched.
    touched: "Risker som berörs", "Risks affected";
    /// Heading of a column: how a risk stands now.
    now: "Nu", "Now";
    /// Heading of a column: how a risk would stand then.
    then: "Sedan", "Then";
    /// Heading of a column: what a risk loses.
    loses: "Förlorar", "Loses";
    /// Heading of a column: the risk.
    risk: "Risk", "Risk";
    /// The grid to be edited.
    grid: "Rutnät", "Grid";
    /// What a grid is.
    grid_lead: "Varje ruta har en klass. Högst sannolikhet står överst.", "Every cell has a class. The highest likelihood is at the top.";
    /// A matrix that has no likelihood.
    no_likelihood: "Metoden bedömer ingen sannolikhet: riskerna klassas efter konsekvensen.", "The method has no likelihood: risks are classed by consequence alone.";
    /// Name of the likelihood, where it is asked what its levels become.
    likelihood: "Sannolikhet", "Likelihood";
    /// Said where the change touches no risk.
    no_change: "Ingen risk byter klass, och ingen förlorar något.", "No risk moves to another class, and none loses anything.";
    /// What measures are expected to give.
    measures: "Vad åtgärder väntas ge räknas i steg som förut. Gå igenom dem när nivåerna betyder något annat.", "What measures are expected to give is counted in steps as before. Go through them when levels mean something else.";
    /// The name of a new level or class.
    new_name: "ny", "new";
}

/// The verdict of the page.
pub fn verdict(view: &MethodsView, language: Language) -> Sentence {
    if view.borrowed {
        return Sentence::plain(word(
            language,
            "Filen har ingen egen metod: riskerna bedöms efter den nationella från 2013.",
            "The file has no method of its own: risks are assessed by the national one of 2013.",
        ));
    }
    let Some(first) = view.matrices.first() else {
        return Sentence::plain(word(
            language,
            "Filens matriser går inte att använda.",
            "The matrices of the file cannot be used.",
        ));
    };
    let name = name(first, language);
    Sentence::plain(say!(language; "Riskerna bedöms efter {name}.", "Risks are assessed by {name}."))
}

/// What comes after the verdict.
pub fn after(view: &MethodsView, language: Language) -> String {
    let Some(first) = view.matrices.first() else { return String::new() };
    let number = first.advice.len() + usize::from(!is_empty(first));
    let size = size(first, language);
    let advice = match number {
        0 => word(language, "Inget att se över.", "Nothing to review.").to_owned(),
        1 => word(language, "En sak bör ses över i matrisen.", "One thing to review in the matrix.").to_owned(),
        many => {
            let many = capital(&super::super::numbers::spelled(saturating(many), false, language));
            say!(language; "{many} saker bör ses över i matrisen.", "{many} things to review in the matrix.")
        }
    };
    let unusable = (view.unusable > 0).then(|| {
        let number = integer(view.unusable.into(), language);
        say!(language; " Matriser som inte går att använda: {number}.", " Matrices that cannot be used: {number}.")
    });
    format!("{size} {advice}{}", unusable.unwrap_or_default())
}

fn is_empty(entry: &MethodEntry) -> bool {
    entry.alike.likelihood.is_empty() && entry.alike.consequence.is_empty()
}

/// How large a matrix is: `5 × 5 nivåer, 4 klasser.`
fn size(entry: &MethodEntry, language: Language) -> String {
    let (rows, columns) = (entry.matrix.likelihood.len(), entry.matrix.consequence.len());
    let classes = entry.matrix.classes.len();
    if entry.edit.likelihood.is_none() {
        return say!(language; "{columns} nivåer av konsekvens, {classes} klasser.", "{columns} levels of consequence, {classes} classes.");
    }
    say!(language; "{rows} × {columns} nivåer, {classes} klasser.", "{rows} × {columns} levels, {classes} classes.")
}

/// What a matrix is called: its id where it has no name.
pub fn name(entry: &MethodEntry, language: Language) -> String {
    entry.matrix.name.as_ref().map_or_else(|| entry.matrix.id.clone(), |name| name.say(language).to_owned())
}

/// What is seen, in plain words.
pub const fn seen(kind: AdviceKind, language: Language) -> &'static str {
    match kind {
        AdviceKind::UnusedClass => word(language, "En klass används inte", "A class is not used"),
        AdviceKind::NotMonotone => {
            word(language, "Klassen sjunker när nivån stiger", "The class falls as the level rises")
        }
        AdviceKind::ThresholdGap => word(language, "Glapp mellan nivåer", "Gap between levels"),
        AdviceKind::ThresholdOverlap => word(language, "Nivåer överlappar", "Levels overlap"),
        AdviceKind::WeakConsistency => {
            word(language, "Högsta klassen ligger inte överst", "The highest class is not above the lowest")
        }
        AdviceKind::Betweenness => {
            word(language, "Ett steg hoppar över klasserna emellan", "One step skips the classes between")
        }
        AdviceKind::ConsistentColouring => word(language, "Lika summa, olika klass", "Equal sum, different class"),
        AdviceKind::MisorderedPairs => word(language, "Summan ordnar fel", "The sum puts in the wrong order"),
    }
}

/// What the advice means for whoever uses the matrix.
pub const fn means(kind: AdviceKind, language: Language) -> &'static str {
    match kind {
        AdviceKind::UnusedClass => word(
            language,
            "Ingen ruta har klassen. Ta bort den, eller ge den de rutor som var tänkta.",
            "No cell has the class. Remove it, or give it the cells that were meant.",
        ),
        AdviceKind::NotMonotone => word(
            language,
            "En sannolikare eller värre risk hamnar i en lägre klass än en lindrigare. Det är nästan alltid ett skrivfel.",
            "A likelier or worse risk ends up in a lower class than a milder one. It is nearly always a slip.",
        ),
        AdviceKind::ThresholdGap => word(
            language,
            "Det finns värden som inte hör till någon nivå, eller en nivå som ingen har sagt var den slutar.",
            "There are values that belong to no level, or a level that nobody has said where it ends.",
        ),
        AdviceKind::ThresholdOverlap => word(
            language,
            "Samma värde hör till två nivåer, eller så slutar en nivå där den börjar.",
            "One value belongs to two levels, or a level ends where it begins.",
        ),
        AdviceKind::WeakConsistency => word(
            language,
            "En ruta i högsta klassen har inte större summa av nivåer än alla i den lägsta. Risker där kan vara mindre än risker som får vänta.",
            "A cell of the highest class has no greater sum of levels than all of the lowest. Risks there may be less than risks that have to wait.",
        ),
        AdviceKind::Betweenness => word(
            language,
            "Ett enda steg i en bedömning gör skillnaden mellan lägsta och högsta klass. En liten osäkerhet avgör då allt.",
            "A single step in one assessment makes the difference between the lowest class and the highest. A little uncertainty then decides everything.",
        ),
        AdviceKind::ConsistentColouring => word(
            language,
            "Rutor med samma summa av nivåer har olika klass. Det kan vara avsikten, men ska då gå att motivera.",
            "Cells with the same sum of levels have different classes. That may be meant, but should then have a reason.",
        ),
        AdviceKind::MisorderedPairs => word(
            language,
            "Risker i samma klass ordnas efter summan av nivåer. Med skalornas gränser sätter den några rutor före andra som har minst lika stor förväntad skada.",
            "Risks of one class are sorted by the sum of levels. With the bounds of the scales it puts some cells before others whose expected loss is no less.",
        ),
    }
}

/// Where levels do not meet.
pub fn gap(entry: &MethodEntry, at: crate::risk::advice::thresholds::Break, language: Language) -> String {
    let scale = scale(entry, at.dimension, language);
    let (below, above) = (at.below, at.above);
    if below == above {
        return say!(language; "{scale}: nivå {below}", "{scale}: level {below}");
    }
    say!(language; "{scale}: nivå {below} och {above}", "{scale}: levels {below} and {above}")
}

fn scale(entry: &MethodEntry, dimension: Option<u8>, language: Language) -> String {
    match dimension {
        None => likelihood(language).to_owned(),
        Some(place) => entry
            .matrix
            .dimensions
            .get(usize::from(place))
            .map_or_else(String::new, |name| name.say(language).to_owned()),
    }
}

/// How much is misordered in a dimension.
pub fn misordered((dimension, pairs, of): &(Label, u32, u32), language: Language) -> String {
    let name = dimension.say(language);
    let (pairs, of) = (integer((*pairs).into(), language), integer((*of).into(), language));
    say!(language; "{name}: {pairs} av {of} par av rutor", "{name}: {pairs} of {of} pairs of cells")
}

/// Levels that make no difference.
pub fn alike(entry: &MethodEntry, language: Language) -> Vec<String> {
    let say = |axis: &str, levels: &Vec<u8>| {
        let levels: Vec<_> = levels.iter().map(u8::to_string).collect();
        let levels = and(&levels, language);
        say!(language; "{axis}: nivå {levels} ger alltid samma klass", "{axis}: levels {levels} always give the same class")
    };
    let (likelihood, consequence) = (likelihood(language), word(language, "Konsekvens", "Consequence"));
    let of_likelihood = entry.alike.likelihood.iter().map(|levels| say(likelihood, levels));
    of_likelihood.chain(entry.alike.consequence.iter().map(|levels| say(consequence, levels))).collect()
}

/// What a change of method would do, in a sentence.
pub fn effect(preview: &MethodPreview, language: Language) -> String {
    let judged = words::RISK.count(preview.judged, language);
    let judged = capital(&judged);
    if preview.judged == 0 {
        return word(
            language,
            "Ingen risk bedöms efter den matris som byts.",
            "No risk is assessed by the matrix that is replaced.",
        )
        .into();
    }
    if preview.total == 0 {
        return no_change(language).to_owned();
    }
    let mut parts = Vec::new();
    if preview.moved > 0 {
        let number = integer(preview.moved.into(), language);
        parts.push(say!(language; "{number} byter klass", "{number} move to another class"));
    }
    if preview.fallen > 0 {
        let number = integer(preview.fallen.into(), language);
        parts.push(say!(language; "{number} kan inte placeras", "{number} cannot be placed"));
    }
    if preview.losing > 0 {
        let number = integer(preview.losing.into(), language);
        parts.push(say!(language; "{number} förlorar en bedömning", "{number} lose an assessment"));
    }
    let parts = and(&parts, language);
    say!(language; "{judged} berörs av bytet: {parts}.", "{judged} are affected by the change: {parts}.")
}

/// Where a risk stands.
pub fn stand(stand: &StandView, language: Language) -> String {
    match stand {
        StandView::In(class) => class.name.say(language).to_owned(),
        StandView::Beside(beside) => words::beside_one(*beside, language).to_owned(),
    }
}

/// What a risk loses.
pub fn lost(lost: &[LostView], language: Language) -> String {
    let name = |lost: &LostView| match lost {
        LostView::Likelihood => word(language, "sannolikheten", "the likelihood").to_owned(),
        LostView::Dimension(name) => name.say(language).to_owned(),
    };
    and(&lost.iter().map(name).collect::<Vec<_>>(), language)
}

/// A level by number and name, for a choice: `3 medelhög`.
pub fn numbered(number: u8, name: &Label, language: Language) -> String {
    format!("{number} {}", name.say(language))
}

/// A field of a level, for those who do not see its row.
pub fn of_level(field: &str, scale: &str, number: usize, language: Language) -> String {
    say!(language; "{field}, {scale}, nivå {number}", "{field}, {scale}, level {number}")
}

/// A field of a class, likewise.
pub fn of_class(field: &str, number: usize, language: Language) -> String {
    say!(language; "{field}, klass {number}", "{field}, class {number}")
}

/// A cell of the grid to be edited.
pub fn class_of(likelihood: u8, consequence: u8, language: Language) -> String {
    say!(language;
        "Klass vid sannolikhet {likelihood}, konsekvens {consequence}",
        "Class at likelihood {likelihood}, consequence {consequence}")
}

/// What a level before becomes.
pub fn becomes(scale: &str, level: &str, language: Language) -> String {
    say!(language; "{scale}: {level} blir", "{scale}: {level} becomes")
}

/// A library that has been opened.
pub fn opened(file: &str, number: usize, language: Language) -> String {
    if number == 1 {
        return say!(language; "{file} har en matris.", "{file} has one matrix.");
    }
    say!(language; "{file} har {number} matriser.", "{file} has {number} matrices.")
}
