//! The sources as text: each file with the module it holds, its comments and texts blanked out.

use std::fs;
use std::path::Path;

/// A source file of the project.
pub(crate) struct Source {
    /// The path of the file from the root of the repository, with `/`.
    pub(crate) file: String,
    /// The module it holds, from the root of its crate: `["coverage", "finding"]`.
    pub(crate) module: Vec<String>,
    /// The code of the file, line for line, without comments and without what stands in quotes.
    pub(crate) code: String,
    /// The line each of its documentation comments begins on, from 1, and what the comment says.
    pub(crate) docs: Vec<(usize, String)>,
}

impl Source {
    /// A file of this path and text.
    pub(crate) fn new(file: &str, text: &str) -> Self {
        let module = file.strip_prefix("src/").unwrap_or(file).trim_end_matches(".rs");
        let module = module.strip_suffix("/mod").unwrap_or(module);
        let module = module.split('/').filter(|part| *part != "lib").map(str::to_owned).collect();
        Self { file: file.to_owned(), module, code: code_of(text), docs: docs_of(text) }
    }

    /// The line of a byte of its code, from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        1 + self.code[..at].matches('\n').count()
    }
}

/// The files of the library, by path: all below `src` but the programs.
pub(crate) fn library() -> Vec<Source> {
    let mut all = below("src");
    all.retain(|source| !source.file.starts_with("src/bin/") && source.file != "src/main.rs");
    all
}

/// The Rust files below a folder of the repository, by path.
pub(crate) fn below(folder: &str) -> Vec<Source> {
    let mut files = Vec::new();
    collect(folder, &mut files);
    files.sort();
    files.into_iter().map(|file| Source::new(&file, &fs::read_to_string(root().join(&file)).unwrap())).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn collect(folder: &str, files: &mut Vec<String>) {
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            collect(&path, files);
        } else if entry.path().extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// What stands after `///`, the lines of one comment together.
fn docs_of(text: &str) -> Vec<(usize, String)> {
    let mut docs: Vec<(usize, String)> = Vec::new();
    let mut goes_on = false;
    for (line, number) in text.lines().zip(1..) {
        let said = line.trim_start().strip_prefix("///").map(str::trim);
        match (said, docs.last_mut()) {
            (Some(said), Some((_, doc))) if goes_on => {
                doc.push(' ');
                doc.push_str(said);
            }
            (Some(said), _) => docs.push((number, said.to_owned())),
            (None, _) => {}
        }
        goes_on = said.is_some();
    }
    docs
}

/// The text with comments, strings and characters made into spaces; lines stay where they are.
fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let length = blank(rest, code.chars().next_back());
        let (taken, after) = rest.split_at(length.unwrap_or_else(|| rest.chars().next().unwrap().len_utf8()));
        match length {
            Some(_) => code.extend(taken.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' })),
            None => code.push_str(taken),
        }
        rest = after;
    }
    code
}

/// How many bytes the comment, string or character that begins here takes; nothing if none does.
fn blank(rest: &str, before: Option<char>) -> Option<usize> {
    let in_name = before.is_some_and(|char| char.is_alphanumeric() || char == '_');
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(rest.find("*/").map_or(rest.len(), |end| end + 2));
    }
    let raw = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r')).filter(|_| !in_name);
    if let Some(quoted) = raw {
        let hashes = quoted.len() - quoted.trim_start_matches('#').len();
        if let Some(inside) = quoted[hashes..].strip_prefix('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let start = rest.len() - inside.len();
            return Some(inside.find(&end).map_or(rest.len(), |at| start + at + end.len()));
        }
    }
    if rest.starts_with('"') {
        return Some(closing(rest, '"').unwrap_or(rest.len()));
    }
    // A lifetime is a quote that nothing closes after one character.
    let character = rest.strip_prefix('\'')?;
    if character.starts_with('\\') {
        return closing(rest, '\'');
    }
    let length = character.chars().next()?.len_utf8();
    character[length..].starts_with('\'').then_some(length + 2)
}

/// Where a text ends that begins with a quote, its closing quote included.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, char) in text.char_indices().skip(1) {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if char == quote => return Some(at + 1),
            _ => (),
        }
    }
    None
}
