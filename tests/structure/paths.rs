//! What each file imports or names by its path, found in its text: `use` trees, and paths that begin with `crate`,
//! `self`, `super`, a module beside or an imported one.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::Source;

/// A path of names, from the root of the crate.
pub(crate) type Path = Vec<String>;

/// Where a file needs another.
pub(crate) struct FileNeed {
    /// The index of the file that needs.
    pub(crate) from: usize,
    /// The index of the file that is needed.
    pub(crate) to: usize,
}

/// The modules of the library, with what they declare and import.
#[derive(Default)]
struct Modules {
    /// The file of each module.
    files: BTreeMap<Path, usize>,
    /// What each declares by name.
    declared: BTreeSet<(Path, String)>,
    /// What each imports, by the name it has there.
    imported: BTreeMap<(Path, String), Path>,
    /// What each imports everything of.
    globs: BTreeMap<Path, Vec<Path>>,
}

/// A path as it was found.
struct Seen {
    file: usize,
    module: Path,
    path: Path,
    is_use: bool,
}

/// Every need of a file of another. A name that a module only passes on is followed to the file that declares it.
pub(crate) fn needs(sources: &[Source]) -> Vec<FileNeed> {
    let mut modules = Modules::default();
    for (file, source) in sources.iter().enumerate() {
        modules.files.insert(source.module.clone(), file);
    }
    let mut seen = Vec::new();
    for (file, source) in sources.iter().enumerate() {
        Reader { file, tokens: tokens(&source.code), at: 0, modules: &mut modules, seen: &mut seen }.read(source);
    }
    // What a `use` begins with can be a module beside it, which is known only now.
    for found in &seen {
        if found.is_use
            && let Some(target) = modules.absolute(found)
        {
            let (name, target) = match target.split_last() {
                Some((last, path)) if last == "*" => {
                    modules.globs.entry(found.module.clone()).or_default().push(path.to_vec());
                    continue;
                }
                // The name it is given stands after a mark.
                Some((last, path)) => match last.split_once('@') {
                    Some((name, given)) => (given, [path, &[name.to_owned()]].concat()),
                    None => (last.as_str(), target.clone()),
                },
                None => continue,
            };
            modules.imported.insert((found.module.clone(), name.to_owned()), target);
        }
    }
    let mut needs = Vec::new();
    for found in &seen {
        let Some(mut path) = modules.absolute(found) else { continue };
        if let Some(last) = path.last_mut() {
            last.truncate(last.find('@').unwrap_or(last.len()));
        }
        path.retain(|name| name != "*");
        if let Some(to) = modules.file_of(&path, 0)
            && to != found.file
        {
            needs.push(FileNeed { from: found.file, to });
        }
    }
    needs
}

impl Modules {
    /// A path from the root; nothing, if it is of another crate.
    fn absolute(&self, found: &Seen) -> Option<Path> {
        let mut base = found.module.clone();
        let mut rest = found.path.as_slice();
        match rest.first()?.as_str() {
            "crate" => base.clear(),
            "self" => (),
            "super" => {
                while rest.first().is_some_and(|name| name == "super") {
                    base.pop()?;
                    rest = &rest[1..];
                }
                return Some([base.as_slice(), rest].concat());
            }
            first => {
                let first = first.to_owned();
                if let Some(target) = self.imported.get(&(base.clone(), first.clone())).filter(|_| !found.is_use) {
                    return Some([target.as_slice(), &rest[1..]].concat());
                }
                let beside = [base.as_slice(), &[first]].concat();
                return self.files.contains_key(&beside).then(|| [beside.as_slice(), &rest[1..]].concat());
            }
        }
        Some([base.as_slice(), &rest[1..]].concat())
    }

    /// The file that declares what a path leads to.
    fn file_of(&self, path: &[String], depth: usize) -> Option<usize> {
        let mut module = Path::new();
        for (index, name) in path.iter().enumerate() {
            let inner = [module.as_slice(), std::slice::from_ref(name)].concat();
            if self.files.contains_key(&inner) {
                module = inner;
                continue;
            }
            let key = (module.clone(), name.clone());
            if !self.declared.contains(&key) && depth < 8 {
                if let Some(target) = self.imported.get(&key) {
                    return self.file_of(&[target.as_slice(), &path[index + 1..]].concat(), depth + 1);
                }
                for glob in self.globs.get(&module).into_iter().flatten() {
                    let target = [glob.as_slice(), std::slice::from_ref(name)].concat();
                    if self.declared.contains(&(glob.clone(), name.clone())) || self.files.contains_key(&target) {
                        return self.file_of(&target, depth + 1);
                    }
                }
            }
            break;
        }
        self.files.get(&module).copied()
    }
}

/// A name, `::`, or one other character, and where it begins.
type CodeToken<'a> = (usize, &'a str);

/// The code in tokens.
pub(crate) fn tokens(code: &str) -> Vec<CodeToken<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(char) = code[at..].chars().next() {
        let is_name = |char: char| char.is_alphanumeric() || char == '_';
        let length = if is_name(char) {
            code[at..].find(|char| !is_name(char)).unwrap_or(code.len() - at)
        } else if code[at..].starts_with("::") {
            2
        } else {
            char.len_utf8()
        };
        if !char.is_whitespace() {
            tokens.push((at, &code[at..at + length]));
        }
        at += length;
    }
    tokens
}

struct Reader<'a> {
    file: usize,
    tokens: Vec<CodeToken<'a>>,
    at: usize,
    modules: &'a mut Modules,
    seen: &'a mut Vec<Seen>,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> &str {
        self.tokens.get(self.at + ahead).map_or("", |token| token.1)
    }

    fn read(&mut self, source: &Source) {
        // The modules written out in the file, each with the depth of braces at which it ends.
        let mut module = source.module.clone();
        let mut inner: Vec<usize> = Vec::new();
        let mut depth = 0;
        while self.at < self.tokens.len() {
            match self.peek(0) {
                "{" => depth += 1,
                "}" => {
                    depth -= 1;
                    if inner.last() == Some(&depth) {
                        inner.pop();
                        module.pop();
                    }
                }
                "mod" if self.peek(2) == "{" => {
                    module.push(self.peek(1).to_owned());
                    self.modules.files.insert(module.clone(), self.file);
                    inner.push(depth);
                    self.at += 1;
                    continue;
                }
                // Not the `use<'_>` of an `impl Trait`.
                "use" if self.peek(1) != "<" => {
                    self.at += 1;
                    self.tree(&module, &[]);
                    continue;
                }
                "struct" | "enum" | "trait" | "type" | "fn" | "const" | "static" => {
                    let name = self.peek(1).to_owned();
                    self.modules.declared.insert((module.clone(), name));
                }
                "macro_rules" => {
                    let name = self.peek(2).to_owned();
                    self.modules.declared.insert((module.clone(), name));
                }
                name if is_name(name) && self.peek(1) == "::" && !self.follows() => self.path(&module),
                _ => (),
            }
            self.at += 1;
        }
    }

    /// Whether this follows a path, a dot or a name of a macro's own, and so begins no path.
    fn follows(&self) -> bool {
        self.at > 0 && matches!(self.tokens[self.at - 1].1, "::" | ".")
    }

    fn path(&mut self, module: &[String]) {
        let mut path = vec![self.peek(0).to_owned()];
        while self.peek(1) == "::" && is_name(self.peek(2)) {
            path.push(self.peek(2).to_owned());
            self.at += 2;
        }
        self.seen.push(Seen { file: self.file, module: module.to_vec(), path, is_use: false });
    }

    /// One tree of a `use`: names, then a brace with further trees, a star, or an end.
    fn tree(&mut self, module: &[String], before: &[String]) {
        let mut path = before.to_vec();
        loop {
            match self.peek(0) {
                "{" => {
                    self.at += 1;
                    while self.peek(0) != "}" && self.at < self.tokens.len() {
                        self.tree(module, &path);
                        if self.peek(0) == "," {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    return;
                }
                "::" => self.at += 1,
                "as" => {
                    let given = self.peek(1).to_owned();
                    if let Some(last) = path.last_mut() {
                        *last = format!("{last}@{given}");
                    }
                    self.at += 2;
                }
                // The module itself, in braces.
                "self" if !path.is_empty() && !matches!(path.last().map(String::as_str), Some("super")) => self.at += 1,
                name if is_name(name) || name == "*" => {
                    path.push(name.to_owned());
                    self.at += 1;
                }
                _ => break,
            }
        }
        self.seen.push(Seen { file: self.file, module: module.to_vec(), path, is_use: true });
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|char: char| char.is_alphabetic() || char == '_')
}
