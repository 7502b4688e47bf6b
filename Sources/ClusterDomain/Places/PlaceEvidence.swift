// Combines what several columns say of a place.

extension Places {
  /// The place of a row.
  ///
  /// The most exact statement decides; less exact ones settle what it leaves open. Statements that exclude it or
  /// are unknown become remarks, none is dropped. Where the country is not Italy, statements about Italian
  /// provinces, regions and municipalities are not read. Near names of unknown ones are looked for, which takes long,
  /// only where `isExplained`, and of municipalities, few of which are known, only where nothing else tells the place.
  public func find(_ statements: PlaceStatements, isExplained: Bool = true) -> PlaceAnswer {
    var remarks: [PlaceRemark] = []
    let country = statedCountry(statements)
    var read: [Statement] = []
    for kind in PlaceKind.allCases {
      guard let text = statements.texts[kind], !text.isEmpty else { continue }
      if let country, country != "IT", kind != .nuts, kind != .country {
        remarks.append(.notItaly(kind, text, country: country))
        continue
      }
      let places = self.places(kind, text)
      if places.isEmpty {
        remarks.append(.unknown(kind, text, nearest: []))
      } else {
        read.append(Statement(kind: kind, text: text, places: places))
      }
    }
    if isExplained { remarks = remarks.map { explained($0, isKnown: !read.isEmpty) } }
    return combined(read, remarks)
  }

  private func explained(_ remark: PlaceRemark, isKnown: Bool) -> PlaceRemark {
    guard case .unknown(let kind, let text, _) = remark, kind != .municipality || !isKnown else {
      return remark
    }
    return .unknown(kind, text, nearest: nearest(kind, text))
  }

  private func statedCountry(_ statements: PlaceStatements) -> String? {
    guard let text = statements.texts[.country], case .found(let place, _) = country(text) else { return nil }
    return place.country
  }

  /// The most exact statement, settled by the others.
  private func combined(_ read: [Statement], _ remarks: [PlaceRemark]) -> PlaceAnswer {
    var remarks = remarks
    let ordered = read.enumerated().sorted { ($0.element.depth, $1.offset) > ($1.element.depth, $0.offset) }
      .map(\.element)
    guard let first = ordered.first else { return PlaceAnswer(finding: .unknown, remarks: remarks) }
    var places = first.places
    for other in ordered.dropFirst() {
      let left = places.filter { place in other.places.contains { $0.agrees(with: place) } }
      if left.isEmpty {
        remarks.append(
          .disagrees(
            other.kind, other.text, says: other.said, against: first.kind, first.text, which: first.said))
      } else {
        places = left
      }
    }
    return PlaceAnswer(finding: Self.finding(places, by: first.kind), remarks: remarks)
  }

  private func nearest(_ kind: PlaceKind, _ text: String) -> [String] {
    guard text.utf8.count > 3, let names = names[kind] else { return [] }
    return Nearest.names(to: text, in: names, limit: 2)
  }

  /// A statement with the places that it can mean.
  private struct Statement {
    let kind: PlaceKind
    let text: String
    let places: [Place]

    /// How exact it is: 3 for a province, 2 for a region, 1 for a country.
    var depth: Int {
      places.map { $0.nuts3 != nil || $0.province != nil ? 3 : $0.region != nil ? 2 : 1 }.min() ?? 0
    }

    /// What it says, in codes.
    var said: String {
      let codes = places.map { place in
        [place.region ?? place.country, place.province].compactMap(\.self).joined(separator: " ")
      }
      return Set(codes).sorted().joined(separator: " or ")
    }
  }
}

extension Place {
  /// Whether both can be the same place.
  fileprivate func agrees(with other: Place) -> Bool {
    if let country, let others = other.country, country != others { return false }
    guard region != nil, other.region != nil else { return true }
    return isNear(other)
  }
}
