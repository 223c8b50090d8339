//! What the loss of one dependency at a time does to the vital societal functions.

use serde::{Deserialize, Serialize};

use super::scene::ReportScene;
use crate::organisation::sort;
use crate::organisation::value::{Label, sort_key};
use crate::risk::vulnerability::{Loss, Network, Thing, When};

/// A dependency whose loss some function cannot take, or may not be able to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LossLine {
    /// The name of the dependency that is lost.
    pub name: Label,
    /// The functions that pass their acceptable outage, with the hours of loss after which they do; the first one first.
    pub passes: Vec<(Label, f64)>,
    /// The functions that nobody can tell of, since a length of time is not stated; by name.
    pub unknown: Vec<Label>,
}

/// The dependencies that matter, by name.
pub(super) fn lines(scene: ReportScene<'_>) -> Vec<LossLine> {
    let organisation = scene.look.organisation;
    let network = Network::new(organisation);
    let name = |thing: u32| match network.thing(thing) {
        Thing::Dependency(at) => organisation.dependencies[at as usize].name.label(),
        Thing::Function(at) => organisation.functions[at as usize].name.label(),
    };
    let line = |dependency: u32| {
        let loss = Loss::of(&network, &[dependency]);
        let (mut passes, mut unknown) = (Vec::new(), Vec::new());
        for function in network.functions() {
            match loss.passes(&network, function) {
                When { at_best: Some(hours), .. } => passes.push((name(function), hours)),
                When { at_worst: Some(_), .. } => unknown.push(name(function)),
                When::NEVER => {}
            }
        }
        sort::by(&mut passes, |(one, soon), (other, late)| soon.total_cmp(late).then_with(|| one.cmp(other)));
        sort::by_cached_key(&mut unknown, |name| (sort_key(&name.sv), name.clone()));
        (!(passes.is_empty() && unknown.is_empty())).then(|| LossLine { name: name(dependency), passes, unknown })
    };
    let mut lines: Vec<LossLine> = network.dependencies().filter_map(line).collect();
    sort::by_cached_key(&mut lines, |line| (sort_key(&line.name.sv), line.name.clone()));
    lines
}
