@main struct Cermat { static func main() {} }
