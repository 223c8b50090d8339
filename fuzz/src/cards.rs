//! Contacts of an organisation as cards: there is one for everyone who holds a post, and it says what the file says.

use std::collections::{BTreeMap, BTreeSet};

use ombud::exchange::Directory;
use ombud::exchange::directory::KnownItem;
use serde_json::Value;

use super::lines::{kept, parts, read, text};

/// Asserts it of the cards of a day.
pub(crate) fn say(cards: &str, directory: &Directory, on: &str) {
    let mut held: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for line in &directory.posts {
        let post: Value = serde_json::from_str(line).expect("a line is JSON");
        let field = |name: &str| post[name].as_str().map(str::to_owned);
        let is_held = field("from").is_none_or(|from| &*from <= on) && field("until").is_none_or(|until| on <= &*until);
        if let (true, Some(role), Some(unit), Some(person)) = (is_held, field("role"), field("unit"), field("person")) {
            held.entry(person).or_default().insert((role, unit));
        }
    }
    let mut wanted: Vec<Vec<(String, Option<String>)>> =
        directory.people.iter().filter_map(|person| Some(card(person, held.get(&person.id)?.len()))).collect();
    let lines = read(cards);
    let mut said: Vec<Vec<(String, Option<String>)>> = lines
        .split_inclusive(|(name, _)| name == "END")
        .map(|card| {
            let is_looked_at = |name: &str| !matches!(name, "ORG" | "TITLE");
            let value = |(name, value): &(String, String)| match &**name {
                "N" => {
                    let name = parts(value);
                    assert_eq!(name.len(), 5, "{value}");
                    assert!(name[2..].iter().all(String::is_empty), "{value}");
                    ("N".to_owned(), Some([&*name[1], &*name[0]].join(" ").trim_start_matches(' ').to_owned()))
                }
                other if is_looked_at(other) => (other.to_owned(), Some(text(value))),
                other => {
                    text(value);
                    (other.to_owned(), None)
                }
            };
            card.iter().map(value).collect()
        })
        .collect();
    wanted.sort();
    said.sort();
    assert_eq!(said, wanted);
}

/// The lines of somebody's card. What units and roles are called is not looked at.
fn card(person: &KnownItem, posts: usize) -> Vec<(String, Option<String>)> {
    let own: Value = serde_json::from_str(&person.line).expect("a line is JSON");
    let line = |name: &str, value: &str| (name.to_owned(), Some(kept(value)));
    let name = &person.names[0];
    let mut card = vec![
        line("BEGIN", "VCARD"),
        line("VERSION", "4.0"),
        line("UID;VALUE=text", &person.id),
        line("FN", name),
        ("N".to_owned(), Some(kept(name).trim_start_matches(' ').to_owned())),
    ];
    card.extend(person.email.as_ref().map(|email| line("EMAIL;TYPE=work", email)));
    card.extend(own["phone"].as_str().map(|phone| line("TEL;TYPE=work;VALUE=text", phone)));
    card.push(("ORG".to_owned(), None));
    card.extend((0..posts).map(|_| ("TITLE".to_owned(), None)));
    card.push(line("END", "VCARD"));
    card
}
