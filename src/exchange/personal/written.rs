//! Identity numbers as they are written: in one piece, in groups, with anything between the figures.

use super::is_number;

/// Signs that may stand between two figures of one number.
const WIDEST: usize = 6;

/// The figures of a text from a place on, and what stands between them.
struct FigureRun<'t> {
    figures: Vec<char>,
    /// Letters of the text up to behind each figure.
    ends: Vec<usize>,
    /// After how many figures something else stands, and what.
    gaps: Vec<(usize, &'t [char])>,
}

impl<'t> FigureRun<'t> {
    /// At most twelve figures.
    fn of(letters: &'t [char]) -> Self {
        let mut run = Self { figures: Vec::new(), ends: Vec::new(), gaps: Vec::new() };
        let mut at = 0;
        while run.figures.len() < 12 {
            let gap = letters[at..].iter().take_while(|letter| !letter.is_alphanumeric()).count();
            match letters.get(at + gap) {
                Some(figure) if figure.is_ascii_digit() && gap <= WIDEST => {
                    if gap > 0 {
                        run.gaps.push((run.figures.len(), &letters[at..at + gap]));
                    }
                    run.figures.push(*figure);
                    at += gap + 1;
                    run.ends.push(at);
                }
                _ => break,
            }
        }
        run
    }
}

/// One way to read figures as an identity number.
struct Candidate<'t> {
    /// What stands before it.
    before: &'t [char],
    /// What stands behind it.
    after: &'t [char],
    /// Its figures: nine, ten or twelve.
    figures: &'t [char],
    gaps: Vec<(usize, &'t [char])>,
}

/// Letters of the identity number that stands at a place of a text; 0 where none does. `telephone` says that the text is
/// one of telephone numbers.
pub(super) fn length_at(letters: &[char], at: usize, telephone: bool) -> usize {
    let goes_on = at > 0 && letters[at - 1].is_ascii_digit();
    if goes_on || !letters[at].is_ascii_digit() || is_long_id(letters, at) {
        return 0;
    }
    let run = FigureRun::of(&letters[at..]);
    let found = [12, 10, 9].into_iter().find(|count| {
        let Some(end) = run.ends.get(count - 1) else { return false };
        let candidate = Candidate {
            before: &letters[..at],
            after: &letters[at + end..],
            figures: &run.figures[..*count],
            gaps: run.gaps.iter().copied().filter(|(place, _)| place < count).collect(),
        };
        candidate.is_one(telephone)
    });
    found.map_or(0, |count| run.ends[count - 1])
}

/// Whether figures stand within an id of other systems, such as `18900101-9802-4a2b-8c3d-000000000001`.
fn is_long_id(letters: &[char], at: usize) -> bool {
    const LONGEST: usize = 20;
    const PARTS: [usize; 5] = [8, 4, 4, 4, 12];
    let is_of_id = |letter: &&char| letter.is_alphanumeric() || **letter == '-';
    let before = letters[..at].iter().rev().take_while(is_of_id).count();
    let behind = letters[at..].iter().take_while(is_of_id).count();
    let whole: String = letters[at - before..at + behind].iter().collect();
    let parts: Vec<&str> = whole.split('-').collect();
    let is_hexadecimal = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_hexdigit()));
    (is_hexadecimal && parts.iter().map(|part| part.len()).eq(PARTS)) || (parts.len() == 1 && whole.len() > LONGEST)
}

impl Candidate<'_> {
    fn is_one(&self, telephone: bool) -> bool {
        if self.after.first().is_some_and(char::is_ascii_digit) {
            return false;
        }
        let figures: String = self.figures.iter().collect();
        // A number that has lost the zero it began with.
        let whole = if figures.len() == 9 { format!("0{figures}") } else { figures };
        is_number(&whole, "") && self.is_written(telephone) && !self.is_telephone(telephone) && !self.goes_on()
    }

    /// Figures of the date of birth.
    fn of_date(&self) -> usize {
        self.figures.len() - 4
    }

    /// After how many figures something stands.
    fn breaks(&self) -> Vec<usize> {
        self.gaps.iter().map(|(place, _)| *place).collect()
    }

    /// Whether the same stands between all groups of figures.
    fn is_even(&self) -> bool {
        self.gaps.windows(2).all(|pair| pair[0].1 == pair[1].1)
    }

    /// Whether an identity number may be written in these groups: all alike, or the date apart from what follows it.
    fn is_written(&self, telephone: bool) -> bool {
        let date = self.of_date();
        let is_space = |gap: &[char]| gap.iter().all(|letter| letter.is_whitespace());
        if self.gaps.is_empty() {
            return self.figures.len() != 9 || !telephone;
        }
        if self.figures.len() == 9 {
            let is_whole = self.before.is_empty() && self.after.is_empty();
            return !telephone && (self.breaks() == [date] || (is_whole && self.is_even()));
        }
        if self.is_even() && !self.is_in_chain() {
            return true;
        }
        let (inner, outer): (Vec<_>, Vec<_>) = self.gaps.iter().partition(|(place, _)| *place < date);
        let is_inner = inner.iter().all(|(place, gap)| place % 2 == 0 && *gap == inner[0].1);
        match outer[..] {
            [(first, _)] => first == date && is_inner,
            [(first, middle), (last, gap)] => {
                let is_spaced = inner.iter().all(|(_, gap)| is_space(gap)) && is_space(gap);
                first == date
                    && last == date + 2
                    && is_inner
                    && (inner.is_empty() || is_spaced)
                    && !(is_space(middle) && self.is_time(gap))
            }
            _ => false,
        }
    }

    /// Whether what stands last is a time of day: `20260101 12:04`.
    fn is_time(&self, gap: &[char]) -> bool {
        let [.., a, b, c, d] = self.figures else { return false };
        let (hours, minutes) = (format!("{a}{b}"), format!("{c}{d}"));
        matches!(gap, [':' | '.']) && *hours < *"24" && *minutes < *"60"
    }

    /// Whether other figures stand before or behind it with the same sign between as its own.
    fn is_in_chain(&self) -> bool {
        let Some((_, gap)) = self.gaps.first() else { return false };
        let before = self.before.strip_suffix(*gap).and_then(|rest| rest.last());
        let behind = self.after.strip_prefix(*gap).and_then(|rest| rest.first());
        before.is_some_and(char::is_ascii_digit) || behind.is_some_and(char::is_ascii_digit)
    }

    /// Whether it is written as a telephone number is, or stands among such in one piece.
    fn is_telephone(&self, telephone: bool) -> bool {
        let breaks = self.breaks();
        let date = self.of_date();
        match self.before {
            [.., '+'] => return breaks != [date],
            // The number of a country stands before a telephone number.
            [.., '+', '4', '5'..='7', ' ' | '\u{a0}'] if self.figures.len() == 9 => return true,
            _ => {}
        }
        if self.figures[0] != '0' || self.figures.len() != 10 {
            return false;
        }
        let is_space = |gap: &[char]| gap.iter().all(|letter| letter.is_whitespace());
        let is_whole = self.before.is_empty() && self.after.is_empty();
        match breaks[..] {
            [] => telephone,
            [6] | [6, 8] | [2, 4, 6] => false,
            [2 | 4, 6] => !is_space(self.gaps[0].1) || is_space(self.gaps[1].1),
            _ => telephone || !(is_whole && self.is_even() && is_space(self.gaps[0].1)),
        }
    }

    /// Whether what looks like its end begins a day: `2025-01-01 – 2027-12-31`.
    fn goes_on(&self) -> bool {
        let is_figure = |letter: &char| letter.is_ascii_digit();
        let is_last_divided = self.gaps.last().is_some_and(|(place, _)| *place > self.of_date());
        match self.after {
            [sign @ ('-' | '.' | '/'), a, b, other, c, d, ..] if sign == other && !is_last_divided => {
                [a, b, c, d].into_iter().all(is_figure)
            }
            [sign, figure, ..] => is_last_divided && !sign.is_alphanumeric() && is_figure(figure),
            _ => false,
        }
    }
}

/// The figures of a number that a spreadsheet has written with a power of ten, where none is lost: `9,001019802E+09`.
pub(super) fn of_power(text: &str) -> Option<String> {
    let (head, power) = text.split_once(['E', 'e'])?;
    let power: usize = power.strip_prefix('+').unwrap_or(power).parse().ok()?;
    let (whole, fraction) = head.split_once(['.', ',']).unwrap_or((head, ""));
    let is_figures = |text: &str| text.bytes().all(|figure| figure.is_ascii_digit());
    let is_exact = whole.len() == 1 && fraction.len() <= power && power < 13;
    (is_exact && is_figures(whole) && is_figures(fraction)).then(|| format!("{whole}{fraction:0<power$}"))
}
