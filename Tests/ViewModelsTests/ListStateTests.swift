// The rules of a list: the cursor belongs to an entity, the window keeps it in sight, sorting cycles.

import Testing

@testable import ViewModels

@Suite("List state")
struct ListStateTests {
  private let keys = ["a", "b", "c", "d", "e"]

  private func list(at row: Int) -> ListState {
    var list = ListState()
    list.place(at: row, in: NamedRows(keys))
    return list
  }

  @Test("a list begins at its first row, and has no row when it is empty")
  func beginning() {
    #expect(ListState().row(in: NamedRows(keys)) == 0)
    #expect(ListState().row(in: NamedRows([])) == nil)
  }

  @Test("the cursor follows its entity through every order", arguments: ["a", "b", "c", "d", "e"])
  func followsThroughOrders(_ key: String) throws {
    let row = try #require(keys.firstIndex(of: key))
    let list = list(at: row)
    for order in permutations(of: keys) {
      #expect(list.row(in: NamedRows(order)) == order.firstIndex(of: key))
    }
  }

  @Test("the cursor follows its entity through every filter, and comes back when the filter is dropped")
  func followsThroughFilters() {
    for row in keys.indices {
      let list = list(at: row)
      for mask in 1..<(1 << keys.count) {
        let left = keys.indices.filter { mask & (1 << $0) != 0 }.map { keys[$0] }
        let expected = left.firstIndex(of: keys[row]) ?? min(row, left.count - 1)
        #expect(list.row(in: NamedRows(left)) == expected, "row \(row) among \(left)")
      }
      #expect(list.row(in: NamedRows(keys)) == row, "back after the filter")
    }
  }

  @Test("placing is held to the rows there are, and nothing is placed in an empty list")
  func placing() {
    for (asked, got) in [(-3, "a"), (0, "a"), (4, "e"), (5, "e"), (.max, "e"), (.min, "a")] {
      #expect(list(at: asked).key == got)
    }
    var list = list(at: 2)
    list.place(at: 0, in: NamedRows([]))
    #expect(list.key == "c")
    #expect(list.index == 2)
  }

  @Test("the window always holds the cursor and leaves no line empty that could hold a row")
  func window() {
    for height in 1...7 {
      for count in 0...9 {
        for row in 0..<max(1, count) {
          for offset in -2...12 {
            var list = ListState()
            list.offset = offset
            let first = list.visibleOffset(row: count == 0 ? nil : row, count: count, height: height)
            #expect(first >= 0)
            #expect(first <= max(0, count - height))
            if count > 0 { #expect((first..<first + height).contains(row)) }
          }
        }
      }
    }
  }

  @Test("the window stays where it is while the cursor is in it, and moves by the least step otherwise")
  func windowMovesLittle() {
    var list = ListState()
    list.offset = 10
    for (row, first) in [(10, 10), (14, 10), (15, 11), (9, 9), (0, 0), (99, 95)] {
      #expect(list.visibleOffset(row: row, count: 100, height: 5) == first)
    }
    #expect(list.visibleOffset(row: 50, count: 100, height: 0) == 0)
    #expect(list.visibleOffset(row: nil, count: 100, height: 5) == 0)
  }

  @Test("sorting by a column goes up, down, off, and drops other columns")
  func cycling() {
    var list = ListState()
    list.cycleSort(by: "x")
    #expect(list.sort == [SortOrder(column: "x", isAscending: true)])
    list.cycleSort(by: "x")
    #expect(list.sort == [SortOrder(column: "x", isAscending: false)])
    list.addSort(by: "y")
    list.cycleSort(by: "z")
    #expect(list.sort == [SortOrder(column: "z", isAscending: true)])
    list.cycleSort(by: "z")
    list.cycleSort(by: "z")
    #expect(list.sort.isEmpty)
  }

  @Test("adding a sort key keeps the earlier ones; added again it turns round, then goes")
  func adding() {
    var list = ListState()
    list.addSort(by: "x")
    list.addSort(by: "y")
    #expect(list.sort.map(\.column) == ["x", "y"])
    list.addSort(by: "x")
    #expect(
      list.sort == [SortOrder(column: "x", isAscending: false), SortOrder(column: "y", isAscending: true)])
    list.addSort(by: "x")
    #expect(list.sort == [SortOrder(column: "y", isAscending: true)])
  }

  private func permutations(of items: [String]) -> [[String]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let head = rest.remove(at: index)
      return permutations(of: rest).map { [head] + $0 }
    }
  }
}
