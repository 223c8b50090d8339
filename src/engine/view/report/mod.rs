//! The facts of a report of the risk and vulnerability analysis, heading by heading.
//!
//! All of it is computed from the file as the audience may read it ([`crate::disclosure::reduce`]): places, counts and
//! classes are those of what is shown.

mod changes;
mod losses;
mod measures;
mod method;
mod organisation;
mod risks;
mod scene;
mod vulnerability;

use serde::{Deserialize, Serialize};

use self::changes::looked_back_to;
pub use self::changes::{ChangesPart, CoverageSince, CoverageThen, EditionView, MoveRow};
pub use self::losses::LossLine;
pub use self::measures::{MeasureLine, MeasureStage, MeasuresPart};
pub use self::method::{MethodMatrix, MethodPart, ScaleView, WorkLine};
pub use self::organisation::{OrganisationPart, PartRow, RoleLine};
pub use self::risks::{RiskLine, RisksPart};
use self::scene::ReportScene;
pub use self::vulnerability::{
    DependenciesPart, FunctionsPart, ReportDependency, ReportFunction, ReportNeed, ReportTask, VulnerabilitiesPart,
    VulnerableRow,
};
use super::exceptions::ExceptionRow;
use crate::coverage::{in_force, judge_rules};
use crate::disclosure::{Audience, Receiver, extract, reduce};
use crate::engine::look::{JudgedContext, ViewContext};
use crate::organisation::number::saturating;
use crate::organisation::report::{Content, Profile};
use crate::organisation::rule::{Rule, Shape};
use crate::organisation::value::{Date, Label, Text, day, visible};
use crate::organisation::write::json;
use crate::organisation::{Index, Organisation, problem::Problems};
use crate::report::profile::{applies, built_in, choose};
use crate::report::{COVERAGE_TOLD, FIRST_RULES, ItemsLeftOut, NUMBERS_KEPT};
use crate::risk::{Acting, Methods, assess};

/// A report for an audience, as it stands on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportView {
    /// The day it speaks of.
    #[serde(with = "day")]
    pub on: Date,
    /// What the municipality is called.
    pub municipality: Label,
    /// The readers the report is for.
    pub audience: Audience,
    /// The version of the rules that said what is for whom.
    pub rules: u32,
    /// What was left out for the readers.
    pub left_out: Vec<ItemsLeftOut>,
    /// The profile its headings come from.
    pub profile: ProfileView,
    /// All profiles there are, the built-in one first, then by name.
    pub profiles: Vec<ProfileChoice>,
    /// The headings of the report, with what stands under them.
    pub headings: Vec<HeadingView>,
}

/// A profile that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileChoice {
    /// The id of the template.
    pub id: String,
    /// The name of the template.
    pub name: Label,
}

/// The profile at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileView {
    /// The id of the profile.
    pub id: String,
    /// The name of the profile.
    pub name: Label,
    /// Where the headings come from.
    pub source: Option<String>,
    /// The first day on which they apply.
    #[serde(with = "day::option")]
    pub valid_from: Option<Date>,
    /// The last day on which they apply, included.
    #[serde(with = "day::option")]
    pub valid_until: Option<Date>,
    /// Whether the headings of the profile apply on the day.
    pub applies: bool,
    /// Whether the profile is the one that every file has, which cannot be changed.
    pub built_in: bool,
}

/// A heading with what stands under it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HeadingView {
    /// The title of the heading.
    pub title: Label,
    /// What the municipality writes under the heading.
    pub text: Option<Label>,
    /// What the page puts under it, in order.
    pub parts: Vec<ReportPart>,
    /// What else the file says of the heading, which the format does not know: fields as JSON.
    pub rest: Vec<(String, String)>,
}

/// What the page puts under a heading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ReportPart {
    /// The municipality and its area.
    Organisation(OrganisationPart),
    /// Process and method.
    Method(MethodPart),
    /// Vital societal functions.
    Functions(FunctionsPart),
    /// The critical dependencies, and what the loss of each does.
    Dependencies(DependenciesPart),
    /// The risks, with their matrix.
    Risks(Box<RisksPart>),
    /// Vulnerabilities and shortcomings.
    Vulnerabilities(VulnerabilitiesPart),
    /// The measures against risks, by stage.
    Measures(MeasuresPart),
    /// What is different from the edition before.
    Changes(ChangesPart),
}

impl ReportPart {
    /// Which of the contents it is.
    pub fn content(&self) -> Content {
        match self {
            Self::Organisation(_) => Content::Organisation,
            Self::Method(_) => Content::Method,
            Self::Functions(_) => Content::Functions,
            Self::Dependencies(_) => Content::Dependencies,
            Self::Risks(_) => Content::Risks,
            Self::Vulnerabilities(_) => Content::Vulnerabilities,
            Self::Measures(_) => Content::Measures,
            Self::Changes(_) => Content::Changes,
        }
    }

    /// Forgets the lack of what is not told: nobody is told whether it is there either.
    fn forget_lacks(&mut self) {
        let lacks = match self {
            Self::Organisation(part) => &mut part.lacks,
            Self::Method(part) => &mut part.lacks,
            Self::Functions(part) => &mut part.lacks,
            Self::Dependencies(part) => &mut part.lacks,
            Self::Risks(part) => &mut part.lacks,
            Self::Vulnerabilities(part) => &mut part.lacks,
            Self::Measures(part) => &mut part.lacks,
            Self::Changes(_) => return,
        };
        lacks.retain(|lack| !WITHHELD.contains(&lack.what));
    }

    /// What the part lacks.
    pub fn lacks(&self) -> &[ReportLack] {
        match self {
            Self::Organisation(part) => &part.lacks,
            Self::Method(part) => &part.lacks,
            Self::Functions(part) => &part.lacks,
            Self::Dependencies(part) => &part.lacks,
            Self::Risks(part) => &part.lacks,
            Self::Vulnerabilities(part) => &part.lacks,
            Self::Measures(part) => &part.lacks,
            Self::Changes(_) => &[],
        }
    }
}

impl HeadingView {
    /// Whether something is missing under it, or everything.
    pub fn lacks(&self) -> bool {
        self.is_empty() || self.parts.iter().any(|part| !part.lacks().is_empty())
    }

    /// Whether nothing stands under the heading.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.text.is_none()
    }
}

/// Something that is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportLack {
    /// The kind of thing that is missing.
    pub what: Missing,
    /// Things that lack it.
    pub count: u32,
    /// Things that should have it.
    pub of: u32,
}

/// What can be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Missing {
    /// Units: there are none.
    Units,
    /// How many people workplaces employ.
    Employees,
    /// A matrix: there is none that can be used.
    Matrix,
    /// Bounds or descriptions of the levels of scales.
    Bounds,
    /// Who took part in the analysis.
    Participants,
    /// Vital societal functions: there are none.
    Functions,
    /// Acceptable outages of functions.
    Outage,
    /// What functions need.
    Needs,
    /// Who answers for functions.
    FunctionOwner,
    /// Critical dependencies: there are none.
    Dependencies,
    /// Who delivers dependencies.
    Supplier,
    /// How long functions go on without what they need.
    Endurance,
    /// Risks: there are none.
    Risks,
    /// Ratings of risks.
    Rating,
    /// Motives of risks.
    Motive,
    /// Owners of risks.
    RiskOwner,
    /// The uncertainty of risks.
    Uncertainty,
    /// The capability to handle risks.
    Capability,
    /// An end and a decider of what is accepted of what must be met.
    Acceptance,
    /// Whether functions are able to do their tasks.
    TaskCapability,
    /// The tasks of functions.
    Tasks,
    /// Measures: there are none.
    Measures,
    /// Owners of measures.
    MeasureOwner,
    /// Days by which measures must be done.
    Due,
    /// How far measures have come.
    Status,
    /// Measures against risks of the worst class that any risk is in.
    AgainstWorst,
}

/// What an extract for the public says nothing of, and what it leaves out of some items: that it is not there would be
/// no news of the municipality.
const WITHHELD: [Missing; 9] = [
    Missing::Employees,
    Missing::Participants,
    Missing::Needs,
    Missing::Dependencies,
    Missing::Supplier,
    Missing::Endurance,
    Missing::Capability,
    Missing::TaskCapability,
    Missing::Tasks,
];

impl ReportLack {
    /// A lack at so many of so many; none where none lack anything.
    fn some(what: Missing, count: usize, of: usize) -> Option<Self> {
        (count > 0).then(|| Self { what, count: saturating(count), of: saturating(of) })
    }

    /// A lack of all there could be.
    const fn all(what: Missing) -> Self {
        Self { what, count: 0, of: 0 }
    }

    /// A lack at the items for which `lacks` says so.
    fn among<T>(what: Missing, items: &[T], lacks: impl Fn(&T) -> bool) -> Option<Self> {
        Self::some(what, items.iter().filter(|item| lacks(item)).count(), items.len())
    }
}

impl ReportView {
    /// The report of the day judged, by the profile with this id or the one that applies.
    pub(in crate::engine) fn new<'v>(
        look: JudgedContext<'v>,
        text: &'v str,
        profile: Option<&str>,
        (audience, rules): (Audience, u32),
    ) -> Self {
        let on = look.coverage.on;
        let receiver = Receiver::reading_as(audience).filter(|_| rules > FIRST_RULES);
        // Neither the public nor the municipality's own are refused.
        let drawn = receiver.and_then(|receiver| extract(look.organisation, look.index, &receiver, on, on).ok());
        let source = drawn.as_ref().map_or(look.organisation, |drawn| &drawn.organisation);
        let (mut organisation, left_out) = reduce(source, audience);
        let left_out = match &drawn {
            Some(drawn) => ItemsLeftOut::of(look.organisation, drawn),
            None => ItemsLeftOut::counted(left_out),
        };
        let mut problems = Problems::default();
        let mut index = Index::new(&mut organisation, text, &mut problems);
        // A rule about holders gives a figure without naming anyone or anything but the role.
        let of_holders = || {
            let mut rules = in_force(source);
            rules.retain(|rule| matches!(rule.shape, Shape::Holders(_)));
            rules
        };
        let held = judge_rules(&organisation, &mut index, of_holders(), on, None);
        let tells_coverage = rules >= COVERAGE_TOLD;
        let back = looked_back_to(&organisation, on).filter(|_| tells_coverage);
        let then = back.map(|day| judge_rules(&organisation, &mut index, of_holders(), day, None));
        let methods = Methods::new(&organisation, text, &mut problems);
        let register = assess(&organisation, &methods, text, &mut problems);
        let own = ViewContext { organisation: &organisation, index: &index, register: &register, methods: &methods };
        let accepted = accepted(look, drawn.as_ref().map(|drawn| &drawn.organisation), audience, text);
        let acting = Acting::new(&organisation, &index);
        let keeps_numbers = rules >= NUMBERS_KEPT;
        let scene = ReportScene { look: own, whole: *look, acting: &acting, audience, on, keeps_numbers };
        let profile = choose(&organisation.profiles, profile, on);
        let is_built_in = std::ptr::eq(profile, built_in());
        let mut profiles: Vec<ProfileChoice> = organisation.profiles.iter().map(ProfileChoice::new).collect();
        crate::organisation::sort::by(&mut profiles, |a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        if profiles.iter().all(|own| own.id != *built_in().id) {
            profiles.insert(0, ProfileChoice::new(built_in()));
        }
        let part = |content: &Content| match content {
            Content::Organisation => ReportPart::Organisation(OrganisationPart::new(scene, &held, &accepted)),
            Content::Method => ReportPart::Method(MethodPart::new(scene)),
            Content::Functions => ReportPart::Functions(FunctionsPart::new(scene)),
            Content::Dependencies => ReportPart::Dependencies(DependenciesPart::new(scene)),
            Content::Risks => ReportPart::Risks(Box::new(RisksPart::new(scene))),
            Content::Vulnerabilities => ReportPart::Vulnerabilities(VulnerabilitiesPart::new(scene)),
            Content::Measures => ReportPart::Measures(MeasuresPart::new(scene)),
            Content::Changes => {
                let since = then.as_ref().and_then(|then| CoverageSince::new(scene, &held, then));
                let told = match since {
                    _ if !tells_coverage => CoverageThen::NotTold,
                    Some(since) => CoverageThen::Remembered(since),
                    None => CoverageThen::Forgotten,
                };
                ReportPart::Changes(ChangesPart::new(scene, told))
            }
        };
        let part = |content: &Content| {
            let mut part = part(content);
            if drawn.is_some() && !audience.reads_reasons() {
                part.forget_lacks();
            }
            part
        };
        let headings = profile.headings.iter().map(|heading| HeadingView {
            title: heading.title.label(),
            text: heading.text.as_ref().map(Text::label),
            parts: heading.contents.iter().map(part).collect(),
            rest: rest(&json(heading)),
        });
        Self {
            on,
            municipality: look.organisation.name.as_ref().map(Text::label).unwrap_or_default(),
            audience,
            rules,
            left_out,
            headings: headings.collect(),
            profile: ProfileView::new(profile, on, is_built_in),
            profiles,
        }
    }
}

impl ProfileChoice {
    fn new(profile: &Profile<'_>) -> Self {
        Self { id: profile.id.to_string(), name: profile.name.label() }
    }
}

impl ProfileView {
    fn new(profile: &Profile<'_>, on: Date, built_in: bool) -> Self {
        Self {
            id: profile.id.to_string(),
            name: profile.name.label(),
            source: profile.source.as_ref().map(|text| visible(text)),
            valid_from: profile.valid_from,
            valid_until: profile.valid_until,
            applies: applies(profile, on),
            built_in,
        }
    }
}

/// What is accepted of what the readers hold, with its reason and who decided; nothing for the public.
fn accepted(
    look: JudgedContext<'_>,
    drawn: Option<&Organisation<'_>>,
    audience: Audience,
    text: &str,
) -> Vec<ExceptionRow> {
    if !audience.reads_reasons() || look.organisation.exceptions.is_empty() {
        return Vec::new();
    }
    let Some(drawn) = drawn else {
        // Reports by the first rules told of none.
        return if audience == Audience::All { ExceptionRow::all(*look, look.coverage) } else { Vec::new() };
    };
    let mut held = drawn.clone();
    let mut index = Index::new(&mut held, text, &mut Problems::default());
    // Only what an exception names is judged again.
    let named = |rule: &Rule<'_>| {
        let begins = |finding: &str| finding.strip_prefix(&*rule.id).is_some_and(|rest| rest.starts_with(':'));
        held.exceptions.iter().any(|exception| begins(&exception.finding))
    };
    let mut rules = in_force(&held);
    rules.retain(named);
    let judged = judge_rules(&held, &mut index, rules, look.coverage.on, None);
    ExceptionRow::all(ViewContext { organisation: &held, index: &index, ..*look }, &judged)
}

/// The fields of a heading that the format does not know.
fn rest(heading: &str) -> Vec<(String, String)> {
    let fields = crate::draft::object::parse(heading).into_iter().flatten();
    fields.filter(|(key, _)| !matches!(&**key, "title" | "text" | "contents")).collect()
}
