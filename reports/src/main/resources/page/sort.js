document.querySelectorAll("table[data-sort]").forEach(function (table) {
  var body = table.tBodies[0];
  table.querySelectorAll("thead th").forEach(function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () {
      var down = head.getAttribute("aria-sort") !== "descending";
      table.querySelectorAll("thead th").forEach(function (other) {
        other.removeAttribute("aria-sort");
      });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      var key = function (row) {
        return row.cells[column].textContent.trim();
      };
      Array.from(body.rows)
        .sort(function (a, b) {
          var x = parseFloat(key(a).replace(/,/g, ""));
          var y = parseFloat(key(b).replace(/,/g, ""));
          if (isNaN(x) !== isNaN(y)) {
            return isNaN(x) ? 1 : -1;
          }
          var order = isNaN(x) ? key(a).localeCompare(key(b)) : x - y;
          return down ? -order : order;
        })
        .forEach(function (row) {
          body.appendChild(row);
        });
    });
  });
});
