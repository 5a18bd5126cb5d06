import fc from "fast-check";
import { expect, it } from "vitest";
import { element, Markup } from "#shells/figure/markup";

it("escapes words in content and in attributes", () => {
  const built = element("p", { title: `"a" & 'b'` }, "<script>alert(1)</script>").toString();
  expect(built).toBe('<p title="&quot;a&quot; &amp; &#39;b&#39;">&lt;script&gt;alert(1)&lt;/script&gt;</p>');
});

it("never lets any words open a tag or close an attribute", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (words) => {
      const built = element("b", { title: words }, words).toString();
      expect(built.match(/[<>]/g)).toHaveLength(4);
      expect(built.match(/"/g)).toHaveLength(2);
    }),
    { seed: 7 },
  );
});

it("keeps control characters out of the page", () => {
  expect(element("b", {}, "a\u0000b\u001bc").toString()).toBe("<b>a\ufffdb\ufffdc</b>");
});

it("leaves out what is absent, keeps 0, writes bare names, and rounds numbers in attributes", () => {
  const built = element(
    "i",
    { a: undefined, b: false, c: true, d: 0, e: 1.23456 },
    undefined,
    null,
    false,
    0,
  );
  expect(built.toString()).toBe('<i c d="0" e="1.23">0</i>');
});

it("takes markup as it is, in lists too, and closes no void element", () => {
  expect(element("p", {}, [new Markup("<b>x</b>"), element("br")]).toString()).toBe("<p><b>x</b><br></p>");
});
