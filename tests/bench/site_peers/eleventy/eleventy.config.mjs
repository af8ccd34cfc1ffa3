// A collection of names with their fixes, newest first, for each way of putting fixes together.
const by = (name) => (api) => {
  const shelves = new Map();
  for (const fix of newest(api)) {
    const key = fix.data[name];
    if (!shelves.has(key)) shelves.set(key, { name: key, fixes: [] });
    shelves.get(key).fixes.push(fix);
  }
  return [...shelves.values()];
};
const newest = (api) => api.getFilteredByTag("fix").reverse();

export default function (config) {
  config.addCollection("newest", (api) => newest(api).slice(0, 50));
  for (const name of ["product", "version", "area"]) config.addCollection(`by_${name}`, by(name));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("json", (value) => JSON.stringify(value));
  return { dir: { input: "src", output: "_site" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
