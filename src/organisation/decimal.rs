//! Numbers from their digits and back. The standard library does the same faster, by tables that would be a tenth of
//! the engine's program; a file holds few numbers that are not whole.

use std::fmt::Write;

/// Digits kept. No 64-bit float lies between two of so many digits, so what follows only matters if it is not zero.
const MOST: usize = 800;

/// Bits by which a decimal is moved at a time.
const STEP: i32 = 32;

/// An exact decimal: `0.` and its digits, times ten to the power of `point`. Neither end is a zero.
#[derive(Clone)]
struct Decimal {
    digits: Vec<u8>,
    point: i32,
}

/// The number that digits of JSON say, as near as a float can be; none beyond the largest.
pub(super) fn parse(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let number = Decimal::of(digits).float()?;
    Some(if digits.len() == text.len() { number } else { -number })
}

/// Writes a number in the fewest digits that give it back, as JavaScript and `serde_json` choose them.
pub(super) fn write(number: f64, out: &mut String) {
    if number.is_sign_negative() {
        out.push('-');
    }
    let Decimal { digits, point } = Decimal::shortest(number.abs());
    let text: String = digits.iter().map(|digit| char::from(b'0' + digit)).collect();
    let places = usize::try_from(point).unwrap_or_default();
    let _ = match point {
        _ if text.is_empty() => write!(out, "0.0"),
        -4..=0 => write!(out, "0.{}{text}", "0".repeat(point.unsigned_abs() as usize)),
        1..=16 if text.len() <= places => write!(out, "{text:0<places$}.0"),
        1..=16 => write!(out, "{}.{}", &text[..places], &text[places..]),
        _ => {
            let (first, more) = text.split_at(1);
            let dot = if more.is_empty() { "" } else { "." };
            write!(out, "{first}{dot}{more}e{:+}", point - 1)
        }
    };
}

impl Decimal {
    /// What digits say, which may hold a point and an exponent.
    fn of(text: &str) -> Self {
        let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        // An exponent that is no `i32` is far beyond any float, one way or the other.
        let far = if exponent.starts_with('-') { -1_000_000_000 } else { 1_000_000_000 };
        let exponent = exponent.parse().unwrap_or(far).clamp(-1_000_000_000, 1_000_000_000);
        let point = i32::try_from(whole.len()).unwrap_or(i32::MAX).saturating_add(exponent);
        let digits = whole.bytes().chain(fraction.bytes()).map(|digit| digit - b'0').collect();
        Self { digits, point }.trimmed()
    }

    /// Without zeros at the ends, nor more digits than matter.
    fn trimmed(mut self) -> Self {
        let zeros = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..zeros);
        self.point = self.point.saturating_sub(i32::try_from(zeros).unwrap_or(i32::MAX));
        if self.digits.len() > MOST && self.digits[MOST..].iter().any(|digit| *digit != 0) {
            self.digits[MOST] = 1;
            self.digits.truncate(MOST + 1);
        }
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        self
    }

    /// Times two to the power of `bits`.
    fn shifted(mut self, mut bits: i32) -> Self {
        while bits > 0 && !self.digits.is_empty() {
            let step = bits.min(STEP);
            let mut carry = 0_u64;
            for digit in self.digits.iter_mut().rev() {
                carry += u64::from(*digit) << step;
                *digit = last_digit(carry);
                carry /= 10;
            }
            while carry > 0 {
                self.digits.insert(0, last_digit(carry));
                self.point += 1;
                carry /= 10;
            }
            self = self.trimmed();
            bits -= step;
        }
        while bits < 0 && !self.digits.is_empty() {
            let step = bits.max(-STEP);
            let mut rest = 0_u64;
            let mut digits = Vec::with_capacity(self.digits.len() + 32);
            let mut left = self.digits.iter();
            loop {
                let next = left.next();
                if next.is_none() && rest == 0 {
                    break;
                }
                rest = rest * 10 + u64::from(next.copied().unwrap_or_default());
                digits.push(last_digit(rest >> -step));
                rest &= (1 << -step) - 1;
            }
            self = Self { digits, point: self.point }.trimmed();
            bits -= step;
        }
        self
    }

    /// The nearest whole number, of two equally near the even one.
    fn rounded(&self) -> u64 {
        let places = usize::try_from(self.point).unwrap_or_default();
        let digit = |place: usize| self.digits.get(place).copied().unwrap_or_default();
        let whole = (0..places).fold(0, |sum, place| sum * 10 + u64::from(digit(place)));
        let half = self.point >= 0 && digit(places) == 5 && self.digits.len() == places + 1;
        let up = if half { whole % 2 == 1 } else { self.point >= 0 && digit(places) >= 5 };
        whole + u64::from(up)
    }

    /// The nearest float; none beyond the largest.
    fn float(self) -> Option<f64> {
        const MANTISSA: i32 = 52;
        const LEAST: i32 = -1022;
        const MOST_BIASED: u64 = 2045;
        if self.digits.is_empty() || self.point < -330 {
            return Some(0.0);
        }
        if self.point > 310 {
            return None;
        }
        // Moved until it is at least one half and less than one.
        let (mut number, mut exponent) = (self, 0);
        while number.point > 0 {
            let bits = if number.point > 9 { STEP - 3 } else { number.point * 3 };
            number = number.shifted(-bits);
            exponent += bits;
        }
        while number.point < 0 || number.digits[0] < 5 {
            let bits = if number.point < -9 { STEP - 3 } else { (-number.point * 3).max(1) };
            number = number.shifted(bits);
            exponent -= bits;
        }
        // Below the least exponent a float has fewer bits.
        let bits = (MANTISSA + 1).min(MANTISSA + exponent - LEAST);
        let mantissa = number.shifted(bits).rounded();
        let biased = u64::try_from(exponent - 1 - LEAST).unwrap_or_default();
        // Further up it would run into the sign.
        if biased > MOST_BIASED {
            return None;
        }
        // A mantissa that was rounded up to one bit more carries over into the exponent, as it should.
        let float = f64::from_bits((biased << MANTISSA) + mantissa);
        float.is_finite().then_some(float)
    }

    /// All digits of a float that is not negative.
    fn exact(float: f64) -> Self {
        let (exponent, fraction) = (float.to_bits() >> 52, float.to_bits() & ((1 << 52) - 1));
        let mantissa = if exponent == 0 { fraction } else { fraction | 1 << 52 };
        let exponent = i32::try_from(exponent.max(1)).unwrap_or_default() - 1075;
        Self::of(&mantissa.to_string()).shifted(exponent)
    }

    /// The fewest digits that give back a float that is not negative; of several, the nearest.
    fn shortest(float: f64) -> Self {
        let exact = Self::exact(float);
        // Below a power of two floats are denser than above; there only the one that is further off may give it back.
        let of = |count: usize| {
            let up = exact.rounds_up(count);
            [up, !up].map(|up| exact.cut(count, up)).into_iter().find(|short| short.clone().float() == Some(float))
        };
        let (mut fewest, mut enough) = (1, 17);
        while fewest < enough {
            let middle = usize::midpoint(fewest, enough);
            if of(middle).is_some() { enough = middle } else { fewest = middle + 1 }
        }
        of(enough).unwrap_or(exact)
    }

    /// Whether so many digits are nearest with one more in the last; of two equally near, the even one.
    fn rounds_up(&self, count: usize) -> bool {
        match self.digits.get(count..) {
            Some([5]) => self.digits[count - 1] % 2 == 1,
            Some([next, ..]) => *next >= 5,
            _ => false,
        }
    }

    /// The first digits of the number, `up` with one more in the last.
    fn cut(&self, count: usize, up: bool) -> Self {
        let mut short = self.clone();
        short.digits.truncate(count);
        if up {
            while short.digits.last() == Some(&9) {
                short.digits.pop();
            }
            match short.digits.last_mut() {
                Some(last) => *last += 1,
                None => short = Self { digits: vec![1], point: self.point + 1 },
            }
        }
        short.trimmed()
    }
}

fn last_digit(number: u64) -> u8 {
    u8::try_from(number % 10).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(number: f64) -> String {
        let mut out = String::new();
        write(number, &mut out);
        out
    }

    fn same(text: &str) {
        let wanted = text.parse::<f64>().ok().filter(|number| number.is_finite());
        assert_eq!(parse(text).map(f64::to_bits), wanted.map(f64::to_bits), "{text}");
    }

    #[test]
    fn powers_of_two_and_what_lies_beside_them_are_as_serde_json_has_them() {
        for exponent in (0..2047_u64).step_by(11).chain(950..1050) {
            for bits in [(exponent << 52).wrapping_sub(1), exponent << 52, (exponent << 52) + 1] {
                let number = f64::from_bits(bits & (u64::MAX >> 1));
                if number.is_finite() {
                    assert_eq!(written(number), serde_json::to_string(&number).unwrap());
                    same(&written(number));
                }
            }
        }
    }

    #[test]
    fn the_ends_of_the_scale_and_ties_are_as_the_standard_library_has_them() {
        for text in [
            "0",
            "-0",
            "0e9",
            "1e400",
            "1e-400",
            "1e99999999999",
            "1e-99999999999",
            "5e-324",
            "2e-324",
            "3e-324",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1.8e308",
            "3.6e308",
            "9.99e308",
            "-0.842E310",
            "0.1E310",
            "9.9E309",
            "2.2250738585072011e-308",
            "9007199254740993",
            "9007199254740992.999",
            "9007199254740993.00000000000000000000000001",
            "0.5",
            "1E+2",
        ] {
            same(text);
        }
        same(&format!("9007199254740993.{}1", "0".repeat(2000)));
        same(&format!("0.{}1", "0".repeat(2000)));
    }

    proptest! {
        #[test]
        fn any_number_is_as_serde_json_and_the_standard_library_have_it(
            bits: u64, text in "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,25})?([eE][+-]?[0-9]{1,3})?", digits in -99_999_i32..99_999, tens in -12..20
        ) {
            for number in [f64::from_bits(bits), f64::from(digits) * 10_f64.powi(tens)] {
                prop_assume!(number.is_finite());
                prop_assert_eq!(written(number), serde_json::to_string(&number).unwrap());
            }
            same(&text);
        }
    }
}
