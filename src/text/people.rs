//! People: their list, and a person's own page.

pub mod leaving;
pub mod reminder;

use super::numbers::{and, capital, date, integer, of, spelled};
use super::overview::Sentence;
use super::shell::labels;
use super::{say, words};
use crate::coverage::State;
use crate::engine::view::{PeoplePage, PersonPageView, PersonPost, PostRow, PostState};
use crate::organisation::number::saturating;
use crate::organisation::sort;
use crate::organisation::value::{Date, Language};

labels! {
    /// Label of the box to search in.
    find: "Sök på namn, nummer eller e-post", "Search by name, number or email";
    /// Nobody fits what is sought.
    nobody: "Ingen person passar det som söks.", "Nobody fits what is sought.";
    /// The file has no people.
    none: "Filen har inga personer ännu.", "The file has no people yet.";
    /// Column of people.
    person: "Person", "Person";
    /// Column of posts.
    posts: "Uppdrag", "Posts";
    /// Column of last days.
    until: "Går ut", "Expires";
    /// Column of ways to reach someone.
    reach: "Nås", "Reach";
    /// Someone has no post on the day.
    no_post: "inget uppdrag", "no post";
    /// Heading of the trainings.
    trainings: "Utbildningar", "Training courses";
    /// No training is asked of them.
    no_trainings: "Ingen utbildning krävs för uppdragen.", "No training course is required for these posts.";
    /// Said of a person without posts.
    no_posts: "Inga uppdrag i filen.", "No posts in the file.";
    /// Heading of the findings.
    findings: "Att åtgärda", "To address";
    /// There are no findings.
    no_findings: "Inga avvikelser gäller personen.", "No gaps concern this person.";
    /// Heading of what they answer for.
    answers_for: "Ansvarar för", "Answers for";
    /// Heading of the risks they answer for.
    risks: "Risker", "Risks";
    /// Heading of the measures they answer for.
    measures: "Åtgärder", "Measures";
    /// Heading of the documents they own.
    documents: "Dokument", "Documents";
    /// Label of where they work.
    workplace: "Arbetar på", "Works at";
    /// Label of those who stand in.
    substitutes: "Ersättare", "Substitute";
    /// Nobody stands in.
    no_substitute: "ingen", "none";
    /// Said where the file says no way to reach the person.
    silent: "Filen har varken telefonnummer eller e-post.", "The file has neither a phone number nor an email address.";
    /// Leads to the list of people.
    all: "Personer", "People";
    /// The day that is looked at, at the bars of the posts.
    today: "i dag", "today";
    /// Gives them another post.
    new_post: "Nytt uppdrag", "New post";
}

/// The verdict of the list of people.
pub fn verdict(page: &PeoplePage, language: Language) -> Sentence {
    let people = capital(&words::PERSON.count(page.all, language));
    if page.all == 0 {
        return Sentence::plain(none(language));
    }
    if page.silent == 0 {
        let verb = if page.all == 1 { "has" } else { "have" };
        return Sentence::plain(say!(language;
            "{people} har telefonnummer eller e-post.", "{people} {verb} a phone number or an email address."));
    }
    let silent = spelled(page.silent, false, language);
    Sentence {
        before: say!(language; "{people}, varav ", "{people}, of whom "),
        stress: say!(language; "{silent} saknar både telefonnummer och e-post", "{silent} have neither a phone number nor an email address"),
        after: ".".into(),
    }
}

/// What comes after it: how many hold no post.
pub fn after(page: &PeoplePage, language: Language) -> String {
    let without = capital(&spelled(page.without, false, language));
    match page.without {
        0 => String::new(),
        _ => say!(language; "{without} har inget uppdrag den här dagen.", "{without} hold no post on this day."),
    }
}

/// The verdict of a person's own page: how many posts they hold, and what ends or is amiss first.
pub fn person_verdict(view: &PersonPageView, on: Date, language: Language) -> Sentence {
    let name = &view.person.name;
    // One that is renewed stands in the file twice.
    let mut held: Vec<_> = current(view).map(|it| (&it.unit.id, &it.post.role, it.post.substitute)).collect();
    sort::all(&mut held);
    held.dedup();
    let held = saturating(held.len());
    let posts = words::POST.count(held, language);
    let before = match held {
        0 => say!(language; "{name} har inget uppdrag.", "{name} holds no post."),
        _ => say!(language; "{name} har {posts}.", "{name} holds {posts}."),
    };
    let until = current(view).filter(|post| !post.post.renewed).filter_map(|post| post.post.until).min();
    let gaps = view.findings.iter().filter(|finding| matches!(finding.state, State::Missing | State::Broken)).count();
    let stress = match (gaps, until.filter(|until| soon(*until, on))) {
        (_, Some(until)) => {
            let until = date(until, language);
            match held {
                1 => say!(language; " Det går ut den {until}.", " It expires on {until}."),
                _ => say!(language; " Det första går ut den {until}.", " The first expires on {until}."),
            }
        }
        (0, None) => String::new(),
        (gaps, None) => {
            let gaps = capital(&words::GAP.count(saturating(gaps), language));
            say!(language; " {gaps} att åtgärda.", " {gaps} to address.")
        }
    };
    Sentence { before, stress, after: String::new() }
}

/// The bars of the posts, for those who do not see them: how many of how many are drawn.
pub fn terms_picture(drawn: usize, all: usize, language: Language) -> String {
    let posts = if drawn == all {
        words::POST.figure(saturating(drawn), language)
    } else {
        let posts = words::POST.many(language);
        format!("{} {posts}", of(saturating(drawn), saturating(all), language))
    };
    say!(language;
        "{posts} längs åren. Alla står i listan efter bilden.", "{posts} along the years. All are in the list after the picture.")
}

/// Says that not all the posts of the list are drawn along the years.
pub fn terms_drawn(drawn: usize, all: usize, language: Language) -> String {
    let number = of(saturating(drawn), saturating(all), language);
    say!(language; "{number} är ritade. Alla står i listan.", "{number} are drawn. All are in the list.")
}

/// Whether what holds through a day no longer does so within ninety days from another.
pub fn soon(until: Date, on: Date) -> bool {
    until.signed_duration_since(on).num_days() < 90
}

/// Whether a post that is held on a day ends within ninety days from it, and is not held on.
pub fn ends_soon(post: &PostRow, on: Date) -> bool {
    post.state == PostState::Current && !post.renewed && post.until.is_some_and(|until| soon(until, on))
}

/// The posts a person holds on the day.
fn current(view: &PersonPageView) -> impl Iterator<Item = &PersonPost> {
    view.posts.iter().filter(|post| post.post.state == PostState::Current)
}

/// What comes after it: what they are, and where.
pub fn person_after(view: &PersonPageView, language: Language) -> String {
    const SAID: usize = 4;
    let mut held: Vec<String> = current(view).take(SAID).map(|post| post_said(post, language)).collect();
    let more = current(view).count().saturating_sub(SAID);
    if more > 0 {
        let more = integer(more as u64, language);
        held.push(say!(language; "{more} uppdrag till", "{more} more posts"));
    }
    if held.is_empty() { String::new() } else { format!("{}.", capital(&and(&held, language))) }
}

/// A post in a few words: the role, and where.
pub fn post_said(post: &PersonPost, language: Language) -> String {
    let role = words::role(&post.post.role, post.post.role_name.as_ref(), Some(post.unit.kind), language);
    words::post_at(&role, post.unit.name.say(language), post.post.substitute, language)
}

/// The posts of someone in a list, in a line.
pub fn posts_line(posts: &[PersonPost], more: u32, language: Language) -> String {
    let mut said: Vec<String> = posts.iter().map(|post| post_said(post, language)).collect();
    if more > 0 {
        let more = integer(more.into(), language);
        said.push(say!(language; "{more} till", "{more} more"));
    }
    if said.is_empty() { capital(no_post(language)) } else { capital(&said.join("; ")) }
}

/// How many people fit what is sought.
pub fn results(total: u32, language: Language) -> String {
    words::PERSON.figure(total, language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::value::parse_date;

    fn page(all: u32, silent: u32) -> PeoplePage {
        PeoplePage { all, without: 0, silent, total: all, rows: Vec::new() }
    }

    fn said(sentence: &Sentence) -> String {
        format!("{}{}{}", sentence.before, sentence.stress, sentence.after)
    }

    #[test]
    fn the_list_says_how_many_cannot_be_reached() {
        assert_eq!(
            said(&verdict(&page(195, 3), Language::Swedish)),
            "195 personer, varav tre saknar både telefonnummer och e-post."
        );
        assert_eq!(
            said(&verdict(&page(2, 0), Language::English)),
            "Two people have a phone number or an email address."
        );
    }

    #[test]
    fn a_person_without_a_post_is_said_to_have_none() {
        let view = PersonPageView {
            is_secret: false,
            person: crate::engine::view::PersonView { id: "p".into(), name: "Bo".into(), ..Default::default() },
            unit: None,
            posts: Vec::new(),
            post_count: 0,
            substitutes: Vec::new(),
            trainings: Vec::new(),
            findings: Vec::new(),
            risks: Vec::new(),
            measures: Vec::new(),
            documents: Vec::new(),
        };
        let on = parse_date("2026-07-01").unwrap();
        assert_eq!(said(&person_verdict(&view, on, Language::Swedish)), "Bo har inget uppdrag.");
        assert_eq!(person_after(&view, Language::Swedish), "");
    }
}
