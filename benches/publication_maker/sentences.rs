//! What sentences look like: every `{kind}` becomes a word of that kind.

/// Titles of issues.
pub(super) const TITLES: &[&str] = &[
    "{name} weighs a {adjective} {noun}",
    "How {name} found its {noun}",
    "A {adjective} {noun} for {name}",
    "What {name} learns from {name}",
    "The {noun} that {name} waited for",
];

/// First sentences of leads.
pub(super) const OPENINGS: &[&str] = &[
    "For {few} years the {noun} of {name} was left to specialists, and this week it became everybody's business.",
    "Few people outside {name} had heard of its {adjective} {noun} before it began to matter for {field}.",
    "When {body} {acted} the {noun} of {name}, hardly anyone expected it to last the winter.",
    "Nobody in {name} speaks of the {noun} any more, which is the surest sign that it works.",
];

/// Every other sentence. It is put together of many small pieces, so that no two have much in common.
pub(super) const SENTENCES: &[&str] = &["{start}{core}{tail}."];

/// How sentences begin.
pub(super) const STARTS: &[&str] = &[
    "",
    "",
    "",
    "in {name} ",
    "in the hills around {name}, ",
    "according to {body}, ",
    "meanwhile ",
    "on {past}, ",
    "to the surprise of {people}, ",
    "for the sake of {field}, ",
    "as in {name}, ",
    "with the help of {body}, ",
    "since the {noun} of {name}, ",
    "despite a {adjective} {noun}, ",
    "at a meeting in {name}, ",
    "only in {name} ",
    "for once ",
    "long before the {season}, ",
    "after {few} drafts, ",
    "thanks to {field}, ",
    "from {name} to {name}, ",
    "what is more, ",
    "once the {season} had come, ",
    "by the account of {people}, ",
];

/// What they tell.
pub(super) const CORES: &[&str] = &[
    "{body} {acted} a {adjective} {noun} for {field}",
    "{body} {acted} the {noun} that {people} had asked for",
    "the {noun} {felt} {many} households",
    "{field} grew by {share} per cent",
    "a {adjective} {noun} {felt} {people}",
    "{people} spoke of a {adjective} {noun}",
    "{body} set aside {many} for the {noun}",
    "work began on the {adjective} {noun} of {name}",
    "{body} counted {many} {things}",
    "{people} asked {body} for a {adjective} {noun}",
    "{body} and {people} settled on a {adjective} {noun}",
    "the {noun} went to {people}",
    "the {adjective} {noun} moved to {name}",
    "the price of {field} fell by {share} per cent",
    "{body} preferred a {adjective} {noun}",
    "{people} *waited* for the {noun}",
    "nobody expected the {noun} of {name} to last",
    "{body} closed the {noun} for {few} weeks",
    "the {noun} of {name} outgrew that of {name}",
    "{field} shared a {adjective} {noun} with {field}",
    "the {noun} turned out to be **{adjective}**",
    "{many} {things} passed through {name}",
    "{body} read the {noun} as a sign of {field}",
    "a {adjective} {noun} replaced the one in {name}",
];

/// How they end.
pub(super) const TAILS: &[&str] = &[
    "",
    "",
    " {when}",
    " {when}",
    ", which {felt} {people}",
    " while {body} looked on",
    ", although {people} had hoped for the {noun}",
    " before {field} recovered",
    ", and {body} {acted} it {when}",
    "; the {noun} opens on {coming}",
    " because {field} had become too costly",
    ", mostly for {field}",
    " until the {season}",
    ", a little more than in {name}",
    " with money from {body}",
    ", whatever {people} made of it",
    "; near {name} it took {few} years",
    " so that {people} could rely on it",
    " instead of a {adjective} {noun}",
    ", against the advice of {body}",
    " as far as {name}",
    ", and {field} had to wait",
];

/// What links say.
pub(super) const LINK_TEXTS: &[&str] = &[
    "{noun} of {name}",
    "{noun} report from {name}",
    "{adjective} {noun} of {name}",
    "minutes of the meeting in {name}",
];
