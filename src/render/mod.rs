//! An issue becomes an edition: Markdown, templates, style sheets, and the slots that stay open.
//!
//! Two stages. At the first, every tag that waits for a subscriber (it names `subscriber` or `links`) leaves a *token*, a word of lower-case
//! letters and digits that passes through Markdown, templates and style inlining unharmed; everything else is filled in. Then the tokens of
//! the laid-out page become pieces, each with its place, and `compose` fills those for each copy: the second stage.
//!
//! ```text
//! scan_tags ─▶ statement, blocks ─▶ deferral ─▶ prepared ─▶ engine ─▶ tokens in Markdown ─▶ settle ─┬▶ HTML ─▶ page ─▶ layout ─▶ pieces
//!                                                                                                   └▶ text ─▶ page ─▶ pieces
//! ```
//!
//! What cannot wait, or came out of layout otherwise than it went in, is an error with its line: never a silently wrong copy.

mod balance;
mod blocks;
mod carried;
mod code;
mod context;
mod deferral;
mod direction;
mod engine;
mod footnotes;
mod hoist;
mod html_walk;
mod inline_text;
mod known_word;
mod layout;
mod markdown_text;
mod names;
mod nesting;
mod page;
mod passage;
mod pieces;
mod preheader;
mod prepared;
mod prepared_templates;
mod render;
mod rendered_issue;
mod safe_link;
mod settle;
mod shown;
mod skeleton;
mod slot_place;
mod stage;
mod statement;
mod tally;
mod template_loader;
mod templates;
mod text_table;
mod token;

pub use direction::direction;
pub use render::render;
pub use safe_link::fault as link_fault;
pub use templates::Templates;
