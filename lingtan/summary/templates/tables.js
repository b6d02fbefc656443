"use strict";
// Long tables can be searched and sorted. Without this script they are plain tables.
(() => {
  const language = document.documentElement.lang;

  const value = (row, column) => {
    const cell = row.cells[column];
    if (column === 0) return { text: cell.textContent.trim() };
    if (cell.dataset.sort) return { number: Number(cell.dataset.sort) };
    return cell.className === "word" ? { text: cell.textContent.trim() } : {};
  };

  // What has no value stands last, whichever way the column is sorted.
  const compare = (one, other, sign) => {
    const isKnown = (it) => it.number !== undefined || it.text !== undefined;
    if (!isKnown(one) || !isKnown(other)) return isKnown(other) - isKnown(one);
    if (one.number !== undefined && other.number !== undefined) return sign * (one.number - other.number);
    return sign * String(one.text ?? one.number).localeCompare(String(other.text ?? other.number), language);
  };

  const sort = (table, column, direction) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].filter((row) => !row.classList.contains("total"));
    const sign = direction === "ascending" ? 1 : -1;
    rows.sort((one, other) => compare(value(one, column), value(other, column), sign));
    body.append(...rows);
  };

  const makeSortable = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const first = column === 0 ? "ascending" : "descending";
        const other = first === "ascending" ? "descending" : "ascending";
        const direction = head.getAttribute("aria-sort") === first ? other : first;
        heads.forEach((one) => one.setAttribute("aria-sort", "none"));
        head.setAttribute("aria-sort", direction);
        sort(table, column, direction);
      });
    });
  };

  const makeSearchable = (box, table) => {
    const input = box.querySelector("input");
    const found = box.querySelector("output");
    const rows = [...table.tBodies[0].rows].filter((row) => !row.classList.contains("total"));
    box.hidden = false;
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLocaleLowerCase(language);
      let count = 0;
      rows.forEach((row) => {
        const names = [...row.querySelectorAll("th, td.word")].map((cell) => cell.textContent).join(" ");
        row.hidden = !names.toLocaleLowerCase(language).includes(wanted);
        count += row.hidden ? 0 : 1;
      });
      found.textContent = wanted ? `${count} / ${rows.length}` : "";
    });
  };

  document.querySelectorAll("[data-long]").forEach((block) => {
    const table = block.querySelector("table");
    makeSortable(table);
    makeSearchable(block.querySelector(".search"), table);
  });
})();
