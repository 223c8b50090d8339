//! Doubt of a name that says that nobody is meant: whether what somebody called "Vakant" holds is held.

use super::numbers::{capital, integer};
use super::shell::labels;
use super::{say, word, words};
use crate::engine::view::NobodiesView;
use crate::organisation::value::Language;

labels! {
    /// Takes a person out whose name says that nobody is meant, and who has no posts.
    remove: "Ta bort personen", "Remove the person";
    /// Takes a person out whose name says that nobody is meant; the posts become vacant.
    vacate: "Ta bort personen och gör uppdragen vakanta", "Remove the person and make the posts vacant";
    /// Saves a post without a holder instead of one held by such a name.
    leave_vacant: "Spara uppdraget som vakant", "Save the post as vacant";
    /// Saves such a name as that of a person all the same.
    is_a_name: "Det är ett namn, spara ändå", "It is a name, save anyway";
    /// Doubts a name where there is room for a few words.
    doubtful: "Namnet tyder på att ingen är utsedd.", "The name suggests that nobody has been appointed.";
    /// Leads from a remark to the person it is about.
    show: "Visa personen", "Show the person";
}

/// Doubts that a post is held by somebody of this name.
pub fn held(name: &str, language: Language) -> String {
    say!(language;
        "Namnet ”{name}” tyder på att ingen är utsedd, men uppdraget räknas som tillsatt. Är det vakant?",
        "The name “{name}” suggests that nobody has been appointed, but the post counts as filled. Is it vacant?")
}

/// Doubts that somebody is meant by a name; whether they have posts.
pub fn person(name: &str, has_posts: bool, language: Language) -> String {
    if has_posts {
        return say!(language;
            "Namnet ”{name}” tyder på att ingen är utsedd, men personens uppdrag räknas som tillsatta. Är de vakanta?",
            "The name “{name}” suggests that nobody has been appointed, but the person’s posts count as filled. Are they vacant?");
    }
    say!(language;
        "Namnet ”{name}” tyder på att ingen person är avsedd.", "The name “{name}” suggests that no person is meant.")
}

/// Asks before a person of such a name is saved; whether a post would be held so.
pub fn asked(name: &str, holds: bool, language: Language) -> String {
    let ask = if holds {
        word(language, "Är uppdraget vakant?", "Is the post vacant?")
    } else {
        word(
            language,
            "Är personens uppdrag vakanta, ta då bort personen i stället.",
            "If the person’s posts are vacant, remove the person instead.",
        )
    };
    let why = say!(language;
        "”{name}” tyder på att ingen är utsedd. Uppdrag som innehas av en person med det namnet räknas som tillsatta.",
        "“{name}” suggests that nobody has been appointed. Posts held by a person of that name count as filled.");
    format!("{why} {ask}")
}

/// What stands before and after the names of those who hold posts so; nothing where no posts are held so.
pub fn counted(view: &NobodiesView, language: Language) -> Option<[String; 2]> {
    let posts = capital(&words::POST.count(view.posts, language));
    Some(match view.posts {
        0 => return None,
        1 => [
            say!(language; "{posts} räknas som tillsatt men innehas av ", "{posts} counts as filled but is held by "),
            word(language, ". Är det vakant?", ". Is it vacant?").to_owned(),
        ],
        _ => [
            say!(language; "{posts} räknas som tillsatta men innehas av ", "{posts} count as filled but are held by "),
            word(language, ". Är de vakanta?", ". Are they vacant?").to_owned(),
        ],
    })
}

/// A name among those.
pub fn name(name: &str, language: Language) -> String {
    say!(language; "”{name}”", "“{name}”")
}

/// How many names there are beyond those said.
pub fn more(names: u32, language: Language) -> String {
    let number = integer(names.into(), language);
    match names {
        1 => word(language, "ett namn till", "one more name").to_owned(),
        _ => say!(language; "{number} namn till", "{number} more names"),
    }
}

/// All of it on one line, for the command line.
pub fn line(view: &NobodiesView, language: Language) -> Option<String> {
    let [before, after] = counted(view, language)?;
    let names = view.names.iter().map(|row| name(&row.name, language));
    let names: Vec<_> = names.chain((view.more > 0).then(|| more(view.more, language))).collect();
    Some(format!("{before}{}{after}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::view::NobodyRow;

    #[test]
    fn posts_are_counted_and_no_name_is_left_out_in_silence() {
        let row = |name: &str| NobodyRow { name: name.into(), id: None };
        let one = NobodiesView { posts: 1, names: vec![row("Vakant")], more: 0 };
        assert_eq!(
            line(&one, Language::Swedish).as_deref(),
            Some("Ett uppdrag räknas som tillsatt men innehas av ”Vakant”. Är det vakant?")
        );
        let many = NobodiesView { posts: 7, names: vec![row("NN"), row("TBD"), row("Vakant")], more: 2 };
        assert_eq!(
            line(&many, Language::English).as_deref(),
            Some("Seven posts count as filled but are held by “NN”, “TBD”, “Vakant”, 2 more names. Are they vacant?")
        );
        assert_eq!(line(&NobodiesView::default(), Language::English), None);
    }
}
