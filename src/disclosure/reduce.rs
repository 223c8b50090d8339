//! The lists that a report is made of, without what is marked for others.
//!
//! Reports went by this alone before they took the extract for their reader, and those who may read all still do. A report
//! of that time is made again byte for byte, so what it says is not changed here: it tells a ground of secrecy in whatever
//! words it is written, as no extract does.

use std::collections::BTreeMap;

use super::audience::Audience;
use super::ground::WithheldBecause;
use crate::organisation::value::Marking;
use crate::organisation::{Item, List, Organisation};

/// How many items of a list, by its name in the format, are left out on which ground.
pub type LeftOutOf = BTreeMap<(&'static str, WithheldBecause), u32>;

/// Declares the lists a report is made of, whose items are marked, and what takes them.
macro_rules! lists {
    ($($list:ident),*) => {
        /// The lists that a report is made of and whose items are marked, as the format names them.
        pub const REDUCED: &[&str] = &[$(stringify!($list)),*];

        /// The file as the audience may read it, and what was left out of it. Everything a report says is computed from
        /// this: what is not in it can be neither named nor counted.
        pub fn reduce<'a>(organisation: &Organisation<'a>, audience: Audience) -> (Organisation<'a>, LeftOutOf) {
            let mut sift = Sift { audience, left_out: LeftOutOf::new() };
            let reduced = Organisation {
                name: organisation.name.clone(),
                as_of: organisation.as_of,
                packs: organisation.packs.clone(),
                scales: organisation.scales.clone(),
                matrices: organisation.matrices.clone(),
                $( $list: sift.list(&organisation.$list, stringify!($list), |item| &item.marking), )*
                ..Organisation::default()
            };
            (reduced, sift.left_out)
        }
    };
}

lists!(units, people, roles, assignments, activities, risks, measures, functions, dependencies, editions, profiles);

struct Sift {
    audience: Audience,
    left_out: LeftOutOf,
}

impl Sift {
    fn list<'a, T: Item + Clone>(
        &mut self,
        list: &List<'a, T>,
        name: &'static str,
        marking: impl for<'i> Fn(&'i T) -> &'i Marking<'a>,
    ) -> List<'a, T> {
        let mut items = Vec::with_capacity(list.len());
        for item in list.iter() {
            let marking = marking(item);
            match self.audience.keeps_back(marking) {
                Some(ground) => *self.left_out.entry((name, as_written(ground, marking))).or_default() += 1,
                None => items.push(item.clone()),
            }
        }
        List { items, ..List::default() }
    }
}

/// A ground with the words of the marking itself.
fn as_written(ground: WithheldBecause, marking: &Marking<'_>) -> WithheldBecause {
    match marking {
        Marking::Secret(words) => WithheldBecause::Secret(Some(words.to_string()).filter(|words| !words.is_empty())),
        _ => ground,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::read;

    const MARKED: &str = r#"{"format": 1, "risks": [
        {"id": "a", "title": "A"},
        {"id": "b", "title": "B", "marking": "open"},
        {"id": "c", "title": "C", "marking": "internal"},
        {"id": "d", "title": "D", "marking": "secret:18:13"},
        {"id": "e", "title": "E", "marking": "secret:18:13"},
        {"id": "f", "title": "F", "marking": "never"}]}"#;

    fn reduced(audience: Audience) -> (String, Vec<(WithheldBecause, u32)>) {
        let (file, _) = read(MARKED, &mut |_| ()).expect("a file");
        let (reduced, left_out) = reduce(&file, audience);
        let ids = reduced.risks.iter().map(|risk| risk.id.to_string()).collect();
        (ids, left_out.into_iter().map(|((_, ground), count)| (ground, count)).collect())
    }

    #[test]
    fn the_public_gets_what_is_open_or_not_marked() {
        let secret = WithheldBecause::Secret(Some("18:13".into()));
        assert_eq!(
            reduced(Audience::Public),
            ("ab".into(), vec![(WithheldBecause::Internal, 1), (secret, 2), (WithheldBecause::Never, 1)])
        );
    }

    #[test]
    fn the_own_people_get_what_is_internal_as_well_but_nothing_secret() {
        let secret = WithheldBecause::Secret(Some("18:13".into()));
        assert_eq!(reduced(Audience::Internal), ("abc".into(), vec![(secret, 2), (WithheldBecause::Never, 1)]));
    }

    #[test]
    fn who_may_read_all_gets_all() {
        assert_eq!(reduced(Audience::All), ("abcdef".into(), Vec::new()));
    }

    #[test]
    fn a_report_of_before_tells_a_ground_as_it_is_written() {
        let written = r#"{"format": 1, "risks": [
            {"id": "a", "title": "A", "marking": "secret:källaren"}, {"id": "b", "title": "B", "marking": "secret:"}]}"#;
        let (file, _) = read(written, &mut |_| ()).expect("a file");
        let grounds: Vec<_> = reduce(&file, Audience::Public).1.into_keys().map(|(_, ground)| ground).collect();
        assert_eq!(grounds, [WithheldBecause::Secret(None), WithheldBecause::Secret(Some("källaren".into()))]);
    }
}
