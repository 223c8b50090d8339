//! A letter with a file in it, as mail programs open it: written already, to be looked through and sent.

use std::fmt::Write as _;

use crate::organisation::links;

/// Letters of a line, at most, where bytes are written as letters.
const LINE: usize = 76;

/// What parts the text from the file; no line of either can be it.
const PART: &str = "=_ombud-part";

/// A file that goes with a letter.
#[derive(Debug, Clone, Copy)]
pub struct Attachment<'l> {
    /// The name of the file, in plain letters.
    pub name: &'l str,
    /// The media type of the file, as `application/json`.
    pub kind: &'l str,
    /// The bytes of the file.
    pub content: &'l [u8],
}

/// A letter, not sent yet: to an address, where one is known, to be answered to another, with a subject, a text and a
/// file, if any. Who sends it and when is for the mail program to say.
pub fn letter(
    to: Option<&str>,
    answer_to: Option<&str>,
    subject: &str,
    text: &str,
    file: Option<Attachment<'_>>,
) -> String {
    let mut out = String::from("X-Unsent: 1\r\n");
    // An address that is none could be more than one line.
    let plain = |address: Option<&str>| address.filter(|address| links::email(address).is_some()).map(str::to_owned);
    for (header, address) in [("To", plain(to)), ("Reply-To", plain(answer_to))] {
        if let Some(address) = address {
            let _ = write!(out, "{header}: {address}\r\n");
        }
    }
    let _ = write!(out, "Subject: {}\r\nMIME-Version: 1.0\r\n", word(subject));
    let _ = write!(out, "Content-Type: multipart/mixed; boundary=\"{PART}\"\r\n\r\n");
    part(&mut out, "text/plain; charset=utf-8", "inline", text.replace('\n', "\r\n").as_bytes());
    if let Some(file) = file {
        part(&mut out, file.kind, &format!("attachment; filename=\"{}\"", file.name), file.content);
    }
    let _ = write!(out, "--{PART}--\r\n");
    out
}

fn part(out: &mut String, kind: &str, disposition: &str, content: &[u8]) {
    let _ = write!(out, "--{PART}\r\nContent-Type: {kind}\r\nContent-Disposition: {disposition}\r\n");
    out.push_str("Content-Transfer-Encoding: base64\r\n\r\n");
    for line in base64(content).as_bytes().chunks(LINE) {
        out.extend(line.iter().copied().map(char::from));
        out.push_str("\r\n");
    }
}

/// A text in a header, in as many words as it takes: each holds at most 45 bytes.
fn word(text: &str) -> String {
    let mut words: Vec<String> = vec![String::new()];
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        if words.last().is_some_and(|last| last.len() + letter.len_utf8() > 45) {
            words.push(String::new());
        }
        if let Some(last) = words.last_mut() {
            last.push(letter);
        }
    }
    let words: Vec<String> = words.iter().map(|word| format!("=?UTF-8?B?{}?=", base64(word.as_bytes()))).collect();
    words.join("\r\n ")
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(if place <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Attachment, base64, letter};

    #[test]
    fn bytes_are_written_as_letters() {
        let written = ["", "f", "fo", "foo", "foob", "Åå"].map(|text| base64(text.as_bytes()));
        assert_eq!(written, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "w4XDpQ=="]);
    }

    fn file(name: &str) -> Attachment<'_> {
        Attachment { name, kind: "application/json", content: b"{}" }
    }

    #[test]
    fn a_letter_holds_its_text_and_its_file() {
        let asks = Some("sakerhet@example.se");
        let letter = letter(Some("ida@example.se"), asks, "Avstämning", "Hej!\nHär", Some(file("buf.json")));
        let head = "X-Unsent: 1\r\nTo: ida@example.se\r\nReply-To: sakerhet@example.se\r\n\
                    Subject: =?UTF-8?B?QXZzdMOkbW5pbmc=?=\r\n";
        assert!(letter.starts_with(head), "{letter}");
        assert!(letter.contains(&base64("Hej!\r\nHär".as_bytes())));
        assert!(letter.contains("filename=\"buf.json\"\r\nContent-Transfer-Encoding: base64\r\n\r\ne30=\r\n"));
        assert!(letter.split("\r\n").all(|line| line.len() <= 78 && !line.contains('\n')));
    }

    #[test]
    fn a_letter_without_a_file_is_its_text_alone() {
        let letter = letter(Some("ida@example.se"), None, "S", "Hej!", None);
        assert!(letter.contains(&base64(b"Hej!")) && !letter.contains("attachment"), "{letter}");
        assert_eq!(letter.matches("--=_ombud-part").count(), 2, "{letter}");
    }

    #[test]
    fn nothing_of_a_text_becomes_a_header() {
        let breaks = "a@b.se\r\nBcc: c@d.se";
        let letter = letter(Some(breaks), Some(breaks), &"å\r\nBcc: c@d.se ".repeat(9), "", Some(file("a.json")));
        assert!(!letter.contains("Bcc") && !letter.contains("To:"), "{letter}");
    }

    #[test]
    fn a_long_subject_is_cut_between_letters() {
        let subject = "åäö".repeat(40);
        let letter = letter(None, None, &subject, "", Some(file("a.json")));
        let words: Vec<&str> = letter.split("=?UTF-8?B?").skip(1).filter_map(|rest| rest.split("?=").next()).collect();
        let letters: Vec<char> = subject.chars().collect();
        let cut = letters.chunks(22).map(|letters| base64(letters.iter().collect::<String>().as_bytes()));
        assert_eq!(words, cut.collect::<Vec<_>>());
        assert!(words.len() > 1 && words.iter().all(|word| word.len() <= 60), "{words:?}");
    }
}
