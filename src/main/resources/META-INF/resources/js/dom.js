/**
 * An element of the page.
 *
 * @returns {any}
 */
export const $ = (selector) => document.querySelector(selector);

/** Makes an element: properties, `class`, `data-…` and `aria-…` by name, then what stands in it. */
export function el(tag, properties = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') element.className = value;
    else if (name.includes('-') || name === 'role') element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...content.filter((part) => part !== null && part !== undefined && part !== false));
  return element;
}

/** Sets custom properties and other styles through the object model, which a strict policy allows. */
export function styled(element, styles) {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value);
  return element;
}
