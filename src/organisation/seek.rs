//! How well a name fits what someone types, letters compared without case: the one order of every search.

use serde::{Deserialize, Serialize};

use super::value::sort_key;

/// How well something fits what is sought, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FitDegree {
    /// The thing is called exactly so.
    Whole,
    /// The name begins so.
    Beginning,
    /// Words of its name begin so, in any order.
    Words,
    /// The name holds the words somewhere.
    Within,
    /// What else is known of it holds some of the words.
    Elsewhere,
}

/// What is sought, ready to be held against many names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    whole: String,
    words: Vec<String>,
    /// The digits, where there are three at least and nothing but what stands in a telephone number.
    digits: Option<String>,
}

impl Sought {
    /// What someone has typed; none where that is nothing but spaces.
    pub fn new(typed: &str) -> Option<Self> {
        let words: Vec<String> = typed.split_whitespace().map(sort_key).collect();
        let written = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '–' | '+' | '(' | ')');
        let digits = digits(typed);
        let digits = (digits.len() >= 3 && typed.chars().all(written)).then_some(digits);
        (!words.is_empty()).then(|| Self { whole: words.join(" "), words, digits })
    }

    /// How well something fits that is called so, and of which these other texts are known. None where a word is nowhere.
    pub fn fit<'t>(
        &self,
        names: impl IntoIterator<Item = &'t str>,
        others: impl IntoIterator<Item = &'t str>,
    ) -> Option<FitDegree> {
        let mut seen = vec![false; self.words.len()];
        let called = names.into_iter().filter_map(|name| self.fit_of_name(name));
        if let Some((degree, held)) = called.min_by_key(|(degree, _)| *degree) {
            if degree < FitDegree::Elsewhere {
                return Some(degree);
            }
            seen = held;
        }
        for text in others {
            if self.digits.as_ref().is_some_and(|wanted| digits(text).contains(wanted.as_str())) {
                return Some(FitDegree::Elsewhere);
            }
            let key = sort_key(text);
            for (word, seen) in self.words.iter().zip(&mut seen) {
                *seen |= key.contains(word.as_str());
            }
        }
        seen.iter().all(|seen| *seen).then_some(FitDegree::Elsewhere)
    }

    /// A name in pieces, each with whether it is what was sought.
    pub fn pieces<'n>(&self, name: &'n str) -> Vec<(&'n str, bool)> {
        let key = sort_key(name);
        // One letter of a name is one letter of its key, but for a capital that no Swedish name has.
        let places: Vec<usize> = name.char_indices().map(|(at, _)| at).chain([name.len()]).collect();
        let letters: Vec<usize> = key.char_indices().map(|(at, _)| at).chain([key.len()]).collect();
        if places.len() != letters.len() {
            return vec![(name, false)];
        }
        let mut sought = vec![false; places.len() - 1];
        for word in &self.words {
            let found = key.match_indices(word.as_str());
            // Where a word begins before where it only occurs.
            let best = found.clone().find(|(at, _)| is_start(&key, *at)).or_else(|| found.clone().next());
            if let Some((at, _)) = best {
                let from = letters.partition_point(|letter| *letter < at);
                sought.iter_mut().skip(from).take(word.chars().count()).for_each(|sought| *sought = true);
            }
        }
        let mut pieces: Vec<(&str, bool)> = Vec::new();
        let mut from = 0;
        for run in sought.chunk_by(|a, b| a == b) {
            let to = from + run.len();
            pieces.extend(name.get(places[from]..places[to]).map(|piece| (piece, run[0])));
            from = to;
        }
        pieces
    }

    /// How well one name fits, and which words it holds; none where it holds none.
    fn fit_of_name(&self, name: &str) -> Option<(FitDegree, Vec<bool>)> {
        let key = sort_key(name);
        let held: Vec<bool> = self.words.iter().map(|word| key.contains(word.as_str())).collect();
        if !held.contains(&true) {
            return None;
        }
        let begins = |word: &String| key.match_indices(word.as_str()).any(|(at, _)| is_start(&key, at));
        let degree = match () {
            () if key == self.whole => FitDegree::Whole,
            () if key.starts_with(&self.whole) => FitDegree::Beginning,
            () if self.words.iter().all(begins) => FitDegree::Words,
            () if held.iter().all(|held| *held) => FitDegree::Within,
            () => FitDegree::Elsewhere,
        };
        Some((degree, held))
    }
}

/// Whether a word of a key begins at this byte: what stands before it is no letter and no digit.
fn is_start(key: &str, at: usize) -> bool {
    let before = key.get(..at).and_then(|before| before.chars().next_back());
    before.is_none_or(|letter| {
        letter == '\u{a0}' || letter.is_ascii() && !letter.is_ascii_alphanumeric() && !matches!(letter, '{' | '|' | '}')
    })
}

/// The digits of a text.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(typed: &str, name: &str, other: &str) -> Option<FitDegree> {
        Sought::new(typed)?.fit([name], [other])
    }

    #[test]
    fn the_name_itself_comes_before_its_beginning_its_words_and_what_it_holds() {
        assert_eq!(fit("eken", "Eken", ""), Some(FitDegree::Whole));
        assert_eq!(fit("EKEN", "Ekens förskola", ""), Some(FitDegree::Beginning));
        assert_eq!(fit("ek", "Förskolan Eken", ""), Some(FitDegree::Words));
        assert_eq!(fit("skola", "Förskolan Eken", ""), Some(FitDegree::Within));
        assert_eq!(fit("norr", "Förskolan Eken", "Norra vägen 1"), Some(FitDegree::Elsewhere));
        assert_eq!(fit("gran", "Förskolan Eken", "Norra vägen 1"), None);
    }

    #[test]
    fn every_word_has_to_be_found_in_whatever_order() {
        assert_eq!(fit("eken för", "Förskolan Eken", ""), Some(FitDegree::Words));
        assert_eq!(fit("eken norra", "Förskolan Eken", "Norra vägen 1"), Some(FitDegree::Elsewhere));
        assert_eq!(fit("eken gran", "Förskolan Eken", "Norra vägen 1"), None);
    }

    #[test]
    fn a_word_begins_after_a_hyphen_and_not_after_a_letter_with_a_ring() {
        assert_eq!(fit("utb", "Barn-utbildningen", ""), Some(FitDegree::Words));
        assert_eq!(fit("r", "Får", ""), Some(FitDegree::Within));
    }

    #[test]
    fn a_number_is_found_however_it_is_written() {
        assert_eq!(fit("0701740", "Bo", "070-174 06 05"), Some(FitDegree::Elsewhere));
        assert_eq!(fit("070 174", "Bo", "070-174 06 05"), Some(FitDegree::Elsewhere));
        assert_eq!(fit("07", "Bo", "070-1"), Some(FitDegree::Elsewhere), "as any text");
        assert_eq!(fit("0799", "Bo", "070-174 06 05"), None);
    }

    #[test]
    fn what_was_sought_is_told_apart_in_a_name() {
        let pieces = |typed: &str, name: &'static str| Sought::new(typed).unwrap().pieces(name);
        assert_eq!(pieces("värme", "Exempelvärme AB"), [("Exempel", false), ("värme", true), (" AB", false)]);
        assert_eq!(
            pieces("ek för", "Förskolan Eken"),
            [("För", true), ("skolan ", false), ("Ek", true), ("en", false)]
        );
        assert_eq!(pieces("gran", "Eken"), [("Eken", false)]);
    }

    #[test]
    fn nothing_is_sought_where_nothing_is_typed() {
        assert_eq!(Sought::new("  "), None);
    }
}
