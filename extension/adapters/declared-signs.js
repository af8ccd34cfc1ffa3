/** Where reviews stand that a page declares, or lists as many sites do: what is looked for before anything is read. */

export const JSON_LD = "script[type*='ld+json' i]";
/** In markup. */
export const MARKED = { microdata: "[itemscope][itemtype$='Review' i]", rdfa: "[typeof$='Review' i]" };
/** By shop software and microformats. */
export const LISTED = {
  woocommerce: '.commentlist > li:is(.review, .comment):has(> .comment_container .description)',
  judgeMe: '.jdgm-rev[data-review-id]',
  shopify: '.spr-review:has(.spr-review-content-body)',
  hreview: '.hreview:has(.reviewer):has(.description)',
};
