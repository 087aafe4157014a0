//! Colours as CSS writes them, and how they stand out.

use digest_cli::check::contrast::Color;

fn solid(text: &str) -> Option<[u8; 3]> {
    let color = Color::parse(text)?;
    (color.alpha >= 1.0).then_some(color.rgb)
}

#[test]
fn a_colour_is_read_in_every_way_of_writing() {
    for (text, rgb) in [
        ("#767676", [0x76, 0x76, 0x76]),
        ("#FFF", [255, 255, 255]),
        (" navy ", [0, 0, 128]),
        ("RebeccaPurple", [0x66, 0x33, 0x99]),
        ("rgb(118, 118, 118)", [118, 118, 118]),
        ("rgb(50% 50% 50%)", [128, 128, 128]),
        ("rgba(1,2,3,1)", [1, 2, 3]),
        ("hsl(120, 100%, 25%)", [0, 128, 0]),
        ("hsl(0deg 0% 100%)", [255, 255, 255]),
        ("#11223344", [0x11, 0x22, 0x33]),
        ("rgb(0 0 0 / 50%)", [0, 0, 0]),
    ] {
        assert_eq!(Color::parse(text).map(|color| color.rgb), Some(rgb), "{text}");
    }
}

#[test]
fn what_shines_through_is_told() {
    for (text, alpha) in [
        ("rgb(0 0 0 / 50%)", 0.5),
        ("rgba(0, 0, 0, .25)", 0.25),
        ("#00000080", 128.0 / 255.0),
        ("transparent", 0.0),
        ("#000", 1.0),
    ] {
        let color = Color::parse(text).expect(text);
        assert!((color.alpha - alpha).abs() < 1e-9, "{text}: {color:?}");
    }
}

#[test]
fn what_is_no_colour_or_cannot_be_known_is_none() {
    for text in [
        "",
        "#",
        "#12",
        "#12345",
        "#ggg",
        "var(--ink)",
        "oklch(40% 0.2 30)",
        "rgb(1,2)",
        "rgb(1,2,3",
        "reddish",
        "inherit",
        "rgb(nan,1,2)",
        "#ääää",
    ] {
        assert_eq!(solid(text), None, "{text}");
    }
}

#[test]
fn the_contrast_of_known_pairs_is_that_of_wcag() {
    for (one, two, ratio) in [
        ("#000", "#fff", 21.0),
        ("#fff", "#fff", 1.0),
        ("#767676", "#fff", 4.54),
        ("#777", "#fff", 4.48),
        ("#fff", "#777", 4.48),
        ("#0000ff", "#fff", 8.59),
    ] {
        let found = Color::parse(one)
            .expect(one)
            .contrast(Color::parse(two).expect(two));
        assert!((found - ratio).abs() < 0.005, "{one} on {two}: {found}");
    }
}

#[test]
fn a_colour_that_shines_through_mixes_with_what_is_behind() {
    let half = Color::parse("rgb(0 0 0 / 50%)").expect("a colour");
    assert_eq!(half.over(Color::WHITE).to_string(), "#808080");
}
