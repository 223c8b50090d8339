//! One file with all its mutants in it: each expression that has some becomes a choice between them and what stands
//! there: `(if crate::mutant(7) { a - b } else { a + b })`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, ImplItemFn, ItemFn, Signature};

use crate::list::{Genre, Mutant};

#[derive(Default)]
pub struct Rewritten {
    pub text: String,
    /// Where in the text each mutant is.
    pub branches: Vec<(Range<usize>, usize)>,
    /// Where in the text each choice is, and between which mutants.
    pub choices: Vec<(Range<usize>, Vec<usize>)>,
    /// Those that never compile: `||` in place of the `&&` before a `let`.
    pub unviable: Vec<usize>,
    /// Those that cannot be a choice.
    pub left: Vec<usize>,
}

/// What stands in a file that can become a choice.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    // The body of a function lies around an expression that is all of it.
    Body,
    Binary,
    Unary,
    Match,
    Struct,
}

impl Kind {
    fn of(genre: Genre) -> Self {
        match genre {
            Genre::FnValue => Self::Body,
            Genre::BinaryOperator => Self::Binary,
            Genre::UnaryOperator => Self::Unary,
            Genre::MatchArm | Genre::MatchArmGuard => Self::Match,
            Genre::StructField => Self::Struct,
        }
    }

    /// Whether it can be a statement without a semicolon, which braces leave it.
    fn is_block(self) -> bool {
        matches!(self, Self::Body | Self::Match)
    }
}

#[derive(Default)]
struct Seen {
    expressions: Vec<(Kind, Range<usize>)>,
    /// The operators between `let`s.
    chained: Vec<Range<usize>>,
    /// The functions that are `const`: their names, the word, all of each.
    constant: Vec<(String, Range<usize>, Range<usize>)>,
}

impl Seen {
    fn function(&mut self, signature: &Signature, all: Range<usize>) {
        if let Some(word) = &signature.constness {
            self.constant.push((signature.ident.to_string(), word.span.byte_range(), all));
        }
    }
}

impl<'ast> Visit<'ast> for Seen {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        let kind = match expr {
            Expr::Binary(binary) if is_chain(expr) => {
                self.chained.push(binary.op.span().byte_range());
                None
            }
            Expr::Binary(_) => Some(Kind::Binary),
            Expr::Unary(_) => Some(Kind::Unary),
            Expr::Match(_) => Some(Kind::Match),
            Expr::Struct(_) => Some(Kind::Struct),
            _ => None,
        };
        self.expressions.extend(kind.map(|kind| (kind, expr.span().byte_range())));
        visit::visit_expr(self, expr);
    }

    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.function(&item.sig, item.span().byte_range());
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.function(&item.sig, item.span().byte_range());
        visit::visit_impl_item_fn(self, item);
    }
}

/// Whether it is `&&` beside a `let`.
fn is_chain(expr: &Expr) -> bool {
    let Expr::Binary(binary) = expr else { return false };
    let lets = |side: &Expr| matches!(side, Expr::Let(_)) || is_chain(side);
    matches!(binary.op, BinOp::And(_)) && (lets(&binary.left) || lets(&binary.right))
}

/// Where a choice begins and ends, and of what kind it is: sorted as they begin, the longest of several first.
type Bounds = (usize, Reverse<usize>, Kind);

/// A mutant at its place.
struct Placed<'m> {
    number: usize,
    replaced: Range<usize>,
    mutant: &'m Mutant,
}

/// Writes the mutants of a file into it, but for those in functions that have to stay `const`.
pub fn rewrite(source: &str, mutants: &[(usize, &Mutant)], constant: &BTreeSet<String>) -> Rewritten {
    let mut seen = Seen::default();
    seen.visit_file(&syn::parse_file(source).expect("a source that compiles"));
    let mut done = Rewritten::default();
    let mut choices: BTreeMap<Bounds, Vec<Placed<'_>>> = BTreeMap::new();
    let mut source = source.to_owned();
    for &(number, mutant) in mutants {
        let replaced = mutant.replaced(&source);
        let inside = |range: &Range<usize>| range.start <= replaced.start && replaced.end <= range.end;
        if let Some((name, word, _)) = seen.constant.iter().find(|(.., all)| inside(all)) {
            if constant.contains(name) {
                done.left.push(number);
                continue;
            }
            source.replace_range(word.clone(), &" ".repeat(word.len()));
        }
        // What is leaked is a `&mut`, which an iterator of references does not yield.
        let leaks = mutant.is_iterator() && mutant.replacement.contains("Box::leak");
        if leaks || seen.chained.contains(&replaced) {
            done.unviable.push(number);
            continue;
        }
        let kind = Kind::of(mutant.genre);
        let around = seen.expressions.iter().filter(|(of, range)| *of == kind && inside(range));
        let all = match kind {
            Kind::Body => Some(&replaced),
            _ => around.map(|(_, range)| range).min_by_key(|range| range.len()),
        };
        match all.map(|all| (all.start, Reverse(all.end), kind)) {
            Some(bounds) => choices.entry(bounds).or_default().push(Placed { number, replaced, mutant }),
            None => done.left.push(number),
        }
    }
    done.write(&source, &choices);
    done
}

impl Rewritten {
    fn write(&mut self, source: &str, choices: &BTreeMap<Bounds, Vec<Placed<'_>>>) {
        let mut written = 0;
        let mut open: Vec<(Bounds, usize)> = Vec::new();
        for (bounds, placed) in choices {
            self.close_until(bounds.0, source, choices, &mut open, &mut written);
            self.text.push_str(&source[written..bounds.0]);
            written = bounds.0;
            open.push((*bounds, self.text.len()));
            self.begin(source, *bounds, placed);
        }
        self.close_until(source.len() + 1, source, choices, &mut open, &mut written);
        self.text.push_str(&source[written..]);
    }

    fn begin(&mut self, source: &str, (start, Reverse(end), kind): Bounds, placed: &[Placed<'_>]) {
        self.text.push_str(if kind.is_block() { "{ " } else { "(" });
        for Placed { number, replaced, mutant } in placed {
            let (mutant_is, real_is) =
                if mutant.is_iterator() { ("crate::Chosen::Mutant", "crate::Chosen::Real") } else { ("", "") };
            self.text.extend(["if crate::mutant(", &number.to_string(), ") { ", mutant_is, "("]);
            let from = self.text.len();
            for part in [&source[start..replaced.start], " ", &mutant.replacement, " ", &source[replaced.end..end]] {
                self.text.push_str(part);
            }
            self.branches.push((from..self.text.len(), *number));
            self.text.extend(["\n) } else { ", real_is, "({ "]);
        }
    }

    /// Ends the choices that end by a place, the innermost first.
    fn close_until(
        &mut self,
        place: usize,
        source: &str,
        choices: &BTreeMap<Bounds, Vec<Placed<'_>>>,
        open: &mut Vec<(Bounds, usize)>,
        written: &mut usize,
    ) {
        while let Some((bounds, begun)) = open.pop_if(|(bounds, _)| bounds.1.0 <= place) {
            let end = bounds.1.0;
            self.text.push_str(&source[*written..end]);
            *written = end;
            let numbers: Vec<usize> = choices[&bounds].iter().map(|placed| placed.number).collect();
            self.text.push_str(&"\n}) }".repeat(numbers.len()));
            self.text.push_str(if bounds.2.is_block() { " }" } else { ")" });
            self.choices.push((begun..self.text.len(), numbers));
        }
    }
}
