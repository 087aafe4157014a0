//! The words themselves.

mod all_caps;
mod bullet_ending_mixed;
mod doubled_punctuation;
mod doubled_space;
mod emphasis_whole_paragraph;
mod exclamation_excess;
mod heading_punctuation;
mod hyphen_as_dash;
mod invisible_character;
mod language_mismatch;
mod leftover_placeholder;
mod long_paragraph;
mod long_sentence;
mod markdown_leftover;
mod mixed_quotes;
mod mixed_script_word;
mod mojibake;
mod ordinal_wrong;
mod repeated_word;
mod space_before_punctuation;
mod unpaired_punctuation;
