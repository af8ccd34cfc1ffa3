// The page of Sample Market: reviews of one app, each with a reply box that React controls.
(() => {
  const { createElement: h, useEffect, useState } = globalThis.React;
  const FIRST = 10; // reviews shown before "Show more reviews" is pressed

  const day = (iso) => new Date(`${iso}T12:00:00Z`).toLocaleDateString(undefined, { dateStyle: "medium" });

  function Stars({ rating }) {
    const label = `${rating.value} out of ${rating.best} stars`;
    return h("span", { className: "stars", role: "img", "aria-label": label, "data-value": rating.value, "data-best": rating.best },
      "★".repeat(rating.value) + "☆".repeat(rating.best - rating.value));
  }

  function BusinessReply({ reply }) {
    return h("div", { className: "business-reply" },
      h("p", { className: "byline" },
        h("strong", { className: "business-reply-author" }, reply.author), " replied on ",
        h("time", { dateTime: reply.posted_at }, day(reply.posted_at))),
      h("p", { className: "business-reply-text" }, reply.text));
  }

  // The text box shows what the state says and nothing else: a value set behind React's back is gone at the next render.
  function ReplyForm({ review, limit, onPosted, onClose }) {
    const [text, setText] = useState("");
    const [state, setState] = useState("writing");
    const publish = async () => {
      setState("sending");
      try {
        const answer = await fetch(`/api/reviews/${review.external_id}/reply`, {
          method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ text }),
        });
        if (!answer.ok) throw new Error(answer.statusText);
        onPosted(await answer.json());
      } catch {
        setState("failed");
      }
    };
    return h("div", { className: "reply-form" },
      h("label", { htmlFor: `box-${review.external_id}` }, "Your public reply"),
      h("textarea", {
        id: `box-${review.external_id}`, className: "reply-box", rows: 6, maxLength: limit, value: text, autoFocus: true,
        disabled: state === "sending", onChange: (event) => setText(event.target.value),
      }),
      h("div", { className: "reply-actions" },
        h("button", { type: "button", className: "publish", disabled: !text.trim() || state === "sending", onClick: publish }, "Publish"),
        h("button", { type: "button", className: "cancel plain", onClick: onClose }, "Cancel"),
        h("span", { className: "count" }, `${text.length} / ${limit}`)),
      state === "failed" && h("p", { role: "alert", className: "problem" }, "That did not go through. Your text is still here: try again."));
  }

  function Answer({ review, limit }) {
    const [reply, setReply] = useState(review.reply);
    const [open, setOpen] = useState(false);
    if (open) {
      return h(ReplyForm, {
        review, limit, onClose: () => setOpen(false), onPosted: (posted) => { setReply(posted); setOpen(false); },
      });
    }
    return h("div", { className: "answer" },
      reply && h(BusinessReply, { reply }),
      h("button", { type: "button", className: "reply-open plain", onClick: () => setOpen(true) }, reply ? "Edit reply" : "Reply"));
  }

  function Review({ review, app }) {
    return h("article", { className: "review", id: review.external_id, "data-review-id": review.external_id, lang: review.language },
      h("header", { className: "review-head" },
        h("span", { className: "review-author" }, review.author),
        h(Stars, { rating: review.rating }),
        h("a", { className: "review-link", href: `/apps/${app.slug}#${review.external_id}` },
          h("time", { className: "review-date", dateTime: review.posted_at }, day(review.posted_at))),
        review.product_version && h("span", { className: "review-version" }, `Version ${review.product_version}`)),
      review.title && h("h3", { className: "review-title" }, review.title),
      h("p", { className: "review-text" }, review.text),
      h(Answer, { review, limit: app.limit }));
  }

  function Head({ app }) {
    const links = [["Halden Albums", "halden-albums"], ["Halden Glow", "halden-glow"], ["Pebble Journal", "pebble-journal"]];
    return h("header", { className: "top" },
      h("a", { className: "brand", href: "/" }, h("img", { src: "/assets/market.svg", alt: "", width: 28, height: 28 }), "Sample Market"),
      h("nav", { "aria-label": "Apps" }, links.map(([name, slug]) =>
        h("a", { key: slug, href: `/apps/${slug}`, "aria-current": slug === app.slug ? "page" : undefined }, name))));
  }

  function Page({ app }) {
    const [shown, setShown] = useState(FIRST);
    const rated = app.reviews.map((review) => review.rating.value);
    const mean = (rated.reduce((sum, value) => sum + value, 0) / rated.length).toFixed(1);
    return h("div", { className: "page" },
      h(Head, { app }),
      h("main", { className: "app", "data-app": app.slug },
        h("h1", { className: "app-name" }, app.name),
        h("p", { className: "about" }, app.about),
        h("p", { className: "facts" }, `by ${app.developer} · version ${app.version} · ${mean} of 5, ${rated.length} reviews`),
        h("h2", null, "Reviews"),
        h("div", { className: "reviews" },
          app.reviews.slice(0, shown).map((review) => h(Review, { key: review.external_id, review, app }))),
        shown < app.reviews.length && h("button", { type: "button", className: "more", onClick: () => setShown(shown + FIRST) }, "Show more reviews")),
      h("footer", null, "Sample Market is invented, and so is everybody on it."));
  }

  function Market() {
    const [app, setApp] = useState(null);
    useEffect(() => {
      fetch(`/api${location.pathname}`).then((answer) => answer.json()).then(setApp);
    }, []);
    useEffect(() => {
      if (app) document.title = `${app.name}: reviews · Sample Market for developers`;
    }, [app]);
    return app ? h(Page, { app }) : h("p", { className: "loading", role: "status" }, "Loading reviews …");
  }

  globalThis.ReactDOM.createRoot(document.getElementById("market")).render(h(Market));
})();
