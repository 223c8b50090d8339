//! Contacts as vCard 4.0: the people who hold a post, with what they hold.

use rustc_hash::FxHashMap;

use super::lines::{escaped, line};
use crate::exchange::book::Books;
use crate::exchange::directory::Directory;
use crate::exchange::object::ItemFields;
use crate::organisation::value::{Date, Language, sort_key};

/// A card for everyone who holds a post on a day, of all that the directory has: what is not for the receiver is not to be
/// in it.
pub fn vcard(directory: &Directory, on: Date, language: Language) -> String {
    let books = Books::new(directory);
    let day = on.to_string();
    let mut posts: FxHashMap<String, Vec<(String, String, bool)>> = FxHashMap::default();
    for line in &directory.posts {
        let post = ItemFields::read(line);
        // Days as texts sort as days do.
        let current =
            post.text("from").is_none_or(|from| from <= day) && post.text("until").is_none_or(|until| day <= until);
        let (Some(role), Some(unit), Some(person)) = (post.text("role"), post.text("unit"), post.text("person")) else {
            continue;
        };
        if current {
            posts.entry(person).or_default().push((role, unit, post.text("substitute_for").is_some()));
        }
    }
    let mut people: Vec<_> = directory.people.iter().filter(|person| posts.contains_key(&person.id)).collect();
    people.sort_by_cached_key(|person| (sort_key(&person.names[0]), person.id.clone()));
    let mut out = String::new();
    for person in people {
        let object = ItemFields::read(&person.line);
        let mut line = |name: &str, value: &str| line(&mut out, name, value);
        let name = &person.names[0];
        line("BEGIN", "VCARD");
        line("VERSION", "4.0");
        line("UID;VALUE=text", &escaped(&person.id));
        line("FN", &escaped(name));
        let (given, family) = name.rsplit_once(' ').unwrap_or(("", name));
        line("N", &format!("{};{};;;", escaped(family), escaped(given)));
        if let Some(email) = &person.email {
            line("EMAIL;TYPE=work", &escaped(email));
        }
        if let Some(phone) = object.text("phone") {
            line("TEL;TYPE=work;VALUE=text", &escaped(&phone));
        }
        let mut held = posts.remove(&person.id).unwrap_or_default();
        held.sort();
        held.dedup();
        if let Some((_, unit, _)) = held.first() {
            line("ORG", &escaped(&books.units.name(unit)));
        }
        for (role, unit, substitute) in &held {
            let title = format!("{}, {}", books.roles.title(role, language), books.units.name(unit));
            let title = match (substitute, language) {
                (false, _) => title,
                (true, Language::Swedish) => format!("ersättare för {title}"),
                (true, Language::English) => format!("substitute {title}"),
            };
            line("TITLE", &escaped(&title));
        }
        line("END", "VCARD");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::read;

    const FILE: &str = r#"{"format": 1,
        "units": [{"id": "eken", "name": "Förskolan Eken; öst", "kind": "workplace"}],
        "people": [
            {"id": "bo", "name": "Bo Ek", "email": "bo@example.se", "phone": "08-12 34 56"},
            {"id": "eva", "name": "Eva Al"}
        ],
        "assignments": [
            {"role": "security_representative", "unit": "eken", "person": "bo", "until": "2026-07-01"},
            {"role": "security_representative", "unit": "eken", "person": "eva", "substitute_for": "bo", "from": "2026-07-03"}
        ]}"#;

    fn cards(day: &str) -> String {
        let (organisation, _) = read(FILE, &mut |_| ()).unwrap();
        vcard(&Directory::of(&organisation), day.parse().unwrap(), Language::Swedish)
    }

    #[test]
    fn whoever_holds_a_post_on_the_day_has_a_card() {
        let expected = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID;VALUE=text:bo\r\nFN:Bo Ek\r\nN:Ek;Bo;;;\r\n\
            EMAIL;TYPE=work:bo@example.se\r\nTEL;TYPE=work;VALUE=text:08-12 34 56\r\nORG:Förskolan Eken\\; öst\r\n\
            TITLE:säkerhetsombud\\, Förskolan Eken\\; öst\r\nEND:VCARD\r\n";
        assert_eq!(cards("2026-07-01"), expected);
        assert_eq!(cards("2026-07-02"), "");
    }

    #[test]
    fn the_card_of_a_substitute_says_so() {
        let title = "TITLE:ersättare för säkerhetsombud\\, Förskolan Eken\\; öst\r\n";
        assert!(cards("2026-07-03").contains(title), "{}", cards("2026-07-03"));
    }
}
