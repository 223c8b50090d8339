//! Methods that come with the product, each a file of the format with scales and one matrix.

/// The national scales of 2013 (NRFB), which a file without matrices gets.
pub const NATIONAL_2013: &str = include_str!("built_in/national_2013.json");

/// All of them by the id of their matrix, in the order they are offered.
///
/// - `national-2013`: five steps with the national bounds, the worst dimension decides;
/// - `five-steps`: as smaller municipalities write them, described in words over five dimensions (Bjurholm 2023);
/// - `internal-control`: four by four, one consequence;
/// - `reverse`: no likelihood, but what can be done about the loss of something (Hagfors 2023).
pub const ALL: [(&str, &str); 4] = [
    ("national-2013", NATIONAL_2013),
    ("five-steps", include_str!("built_in/five_steps.json")),
    ("internal-control", include_str!("built_in/internal_control.json")),
    ("reverse", include_str!("built_in/reverse.json")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::problem::AdviceKind;
    use crate::risk::advice::advise;
    use crate::risk::testing::open;

    #[test]
    fn every_built_in_method_is_sound_and_says_everything_in_both_languages() {
        for (id, text) in ALL {
            open(text, |side, problems| {
                assert_eq!(problems, [], "{id}");
                assert_eq!(*side.organisation.matrices[0].id, *id);
                let advice = advise(side.methods.shown().expect("it is used"));
                let kinds: Vec<_> = advice.iter().map(|advice| advice.kind).collect();
                let expected: &[AdviceKind] = if id == "national-2013" { &[AdviceKind::MisorderedPairs] } else { &[] };
                assert_eq!(kinds, expected, "{id}");
            });
            assert_eq!(text.matches("\"sv\"").count(), text.matches("\"en\"").count(), "{id}");
        }
    }

    #[test]
    fn the_reverse_matrix_rates_by_consequence_alone() {
        let risks = r#""risks": [
            {"id": "a", "title": "A", "consequence": {"handling": 3}},
            {"id": "b", "title": "B", "consequence": {"handling": [1, 2]}, "likelihood": "not_assessable"},
            {"id": "c", "title": "C", "consequence": {"handling": 1}, "likelihood": 4, "current": {"likelihood": 9}},
            {"id": "d", "title": "D", "consequence": {}},
            {"id": "e", "title": "E", "consequence": {"handling": 1}, "antagonistic": true}
        ], "scales""#;
        let text = ALL[3].1.replacen("\"scales\"", risks, 1);
        open(&text, |side, problems| {
            assert_eq!(problems, [], "a likelihood that is not used is no mistake");
            assert_eq!(side.register.cells, [[1, 1, 1]]);
            assert_eq!(side.register.beside, [1, 0, 1]);
        });
    }
}
