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
    use crate::organisation::problem::Problems;
    use crate::risk::advice::{AdviceKind, advise};
    use crate::verdict::File;

    #[test]
    fn every_built_in_method_is_sound_and_says_everything_in_both_languages() {
        for (id, text) in ALL {
            let file = File::read(text, &mut |_| ()).expect("it is a file");
            assert_eq!(file.problems.list, [], "{id}");
            assert_eq!(*file.organisation.matrices[0].id, *id);
            let methods = crate::risk::Methods::new(&file.organisation, text, &mut Problems::default());
            let kinds: Vec<_> = advise(methods.shown().expect("it is used")).iter().map(|advice| advice.kind).collect();
            let expected: &[AdviceKind] = if id == "national-2013" { &[AdviceKind::MisorderedPairs] } else { &[] };
            assert_eq!(kinds, expected, "{id}");
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
        let file = File::read(&text, &mut |_| ()).expect("it is a file");
        assert_eq!(file.problems.list, [], "a likelihood that is not used is no mistake");
        assert_eq!(file.register.cells, [[1, 1, 1]]);
        assert_eq!(file.register.beside, [1, 0, 1]);
    }
}
